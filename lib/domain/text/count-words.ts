/** "1 picture", "1,200 pictures"; "2 galleries" where the plural is named. */
export function countWords(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString("en-US")} ${count === 1 ? one : many}`;
}
