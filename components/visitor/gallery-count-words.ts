/** "1 picture", "12 pictures" */
export function pictureCountWords(count: number): string {
  return count === 1 ? "1 picture" : `${count.toLocaleString("en-US")} pictures`;
}
