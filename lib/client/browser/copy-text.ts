/**
 * Puts a text on the clipboard; false where the browser allows neither way. Without a secure address
 * the modern one is missing, so the selected field is copied as people did before.
 * @param field holds the text; inside the open dialog, where the focus may go
 */
export async function copyText(text: string, field: HTMLInputElement | null): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    field?.select();
    return field !== null && document.execCommand("copy");
  }
}
