import "server-only";

/** What is wrong with the storage, by the codes of the system and of S3. No address, no key, no name of a bucket. */
const SENTENCES: Record<string, string> = {
  ENOSPC: "The disk is full.",
  EDQUOT: "The disk quota is used up.",
  EACCES: "The studio may not write to the folder.",
  EPERM: "The studio may not write to the folder.",
  EROFS: "The folder is read-only.",
  ENOENT: "The folder is not there.",
  ENOTDIR: "There is a file where a folder should be.",
  EIO: "The disk fails.",
  ETIMEDOUT: "It does not answer in time.",
  TimeoutError: "It does not answer in time.",
  ECONNREFUSED: "It is out of reach.",
  ECONNRESET: "It cuts connections off.",
  ENOTFOUND: "The name of the S3 server is not known.",
  EAI_AGAIN: "The name of the S3 server is not known.",
  NoSuchBucket: "The bucket does not exist. Check S3_BUCKET.",
  PermanentRedirect: "The bucket is in another region. Check S3_REGION.",
  AuthorizationHeaderMalformed: "The bucket is in another region. Check S3_REGION.",
  AccessDenied: "The credentials may not write, read and delete in the bucket.",
  InvalidAccessKeyId: "The S3 server does not know the access key.",
  SignatureDoesNotMatch: "The S3 server refuses the secret access key.",
  CredentialsProviderError: "No S3 credentials were found.",
  OtherStoreError: "It is not the store of this studio's database. Check S3_BUCKET.",
  SlowDown: "The S3 server asks for a pause.",
};

/** A sentence for people and logs. */
export function storageFaultWords(error: unknown): string {
  if (error instanceof StorageFullError) return error.message;
  const codes = Array.from(codesOf(error));
  const known = codes.map((code) => SENTENCES[code]).find((sentence) => sentence !== undefined);
  if (known) return known;
  const code = codes.find((one) => /^[A-Za-z0-9_]{2,60}$/.test(one) && one !== "Error");
  return code ? `It fails (${code}).` : "It fails.";
}

/** There is room, but less than the pictures under way may need. */
export class StorageFullError extends Error {
  override name = "StorageFullError";
  readonly code = "ENOSPC";
}

/** Of an error and its causes: the system's code, and the name that S3 gives. */
function* codesOf(error: unknown): Generator<string> {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ("code" in cause && typeof cause.code === "string") yield cause.code;
    yield cause.name;
  }
}
