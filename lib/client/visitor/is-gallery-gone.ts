/** Whether the gallery's address leads to nothing any more. Without an answer it is taken to be there. */
export async function isGalleryGone(token: string): Promise<boolean> {
  try {
    const response = await fetch(`/g/${token}/gallery`, { cache: "no-store" });
    await response.body?.cancel();
    return response.status === 404;
  } catch {
    return false;
  }
}
