/** The address of the page with a picture open, or without one; it works before any script does. */
export function pictureHref(before: string | null, id: string | null): string {
  const params = new URLSearchParams({ ...(before && { before }), ...(id && { picture: id }) });
  return `?${params}`;
}
