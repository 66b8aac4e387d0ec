import "server-only";

/** A key or prefix outside the grammar: a defect in the caller, or an attempt to leave the store. */
export class InvalidStorageKeyError extends Error {
  override name = "InvalidStorageKeyError";
  constructor(key: string) {
    super(
      `${JSON.stringify(key)} is not a storage key: use segments of A-Z a-z 0-9 . _ - joined by slashes.`,
    );
  }
}

/** Within the 255 bytes every common file system allows a name. */
const segmentLengthMax = 200;
/** Within the 1,024 bytes S3 allows a key. */
const keyLengthMax = 1000;
const segmentPattern = /^[A-Za-z0-9._-]+$/;

/** Throws an `InvalidStorageKeyError` unless the key is segments joined by slashes, such as `images/7/original`. */
export function assertStorageKey(key: string): void {
  if (key.length > keyLengthMax || !key.split("/").every(isSegment)) throw new InvalidStorageKeyError(key);
}

/** The same for a prefix, which ends with a slash, such as `images/7/`. */
export function assertStoragePrefix(prefix: string): void {
  if (!prefix.endsWith("/")) throw new InvalidStorageKeyError(prefix);
  assertStorageKey(prefix.slice(0, -1));
}

function isSegment(segment: string): boolean {
  const isRelative = segment === "." || segment === "..";
  return segment.length <= segmentLengthMax && segmentPattern.test(segment) && !isRelative;
}
