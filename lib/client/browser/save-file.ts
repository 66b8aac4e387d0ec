/** Has the browser save what an address of the studio answers with; it shows the progress itself. */
export function saveFile(href: string): void {
  const link = document.createElement("a");
  link.href = href;
  link.download = "";
  link.click();
}
