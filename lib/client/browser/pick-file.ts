/**
 * Opens the system's dialog for one file. Nothing happens when it is left without a choice.
 * @param accept as the attribute of a file input: "image/*", ".zip"
 */
export function pickFile(accept: string, take: (file: File) => void): void {
  const input = document.createElement("input");
  input.type = "file";
  input.accept = accept;
  input.onchange = () => {
    const file = input.files?.item(0);
    if (file) take(file);
  };
  input.click();
}
