/** Where a picture's bytes are: their addresses for browsers, and their names in storage. Spelled nowhere else. */

export type ImageVariant = "partial" | "thumbnail" | "original";

/** The address of a variant's bytes. The hash makes it unchanging, so it may be cached for ever. */
export function pictureUrl(id: string, variant: ImageVariant, hash: string): string {
  return `/i/${id}/${variant}-${hash}`;
}

/** The hash at the end of such an address. */
export function hashInUrl(url: string): string {
  return url.slice(url.lastIndexOf("-") + 1);
}

/** Everything that is stored of a picture: a prefix. */
export function pictureKeys(id: string): string {
  return `images/${id}/`;
}

/** The bytes as the provider sent them. */
export function originalKey(id: string): string {
  return `images/${id}/original`;
}

export function thumbnailKey(id: string): string {
  return `images/${id}/thumbnail`;
}

/** Every preview of a picture: a prefix. */
export function partialKeys(id: string): string {
  return `images/${id}/partials/`;
}

/** A preview's name has its hash, since the next one replaces it. */
export function partialKey(id: string, hash: string): string {
  return `images/${id}/partials/${hash}`;
}

/** What is made of a finished picture on demand, such as a cover. */
export function derivedKey(id: string, kind: string): string {
  return `images/${id}/${kind}`;
}

export function variantKey(id: string, variant: ImageVariant, hash: string): string {
  switch (variant) {
    case "original":
      return originalKey(id);
    case "thumbnail":
      return thumbnailKey(id);
    case "partial":
      return partialKey(id, hash);
  }
}
