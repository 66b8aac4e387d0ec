/** An option's value as it is shown: wire values as they are, sizes with a proper sign. */
export function optionWords(value: string | number): string {
  return String(value).replace(/^(\d+)x(\d+)$/, "$1 × $2");
}
