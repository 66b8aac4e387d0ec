import "server-only";
import { AppError } from "@/lib/domain/errors/app-error";

/** A refusal that says which file of the archive is wrong and why; the name comes from outside and is made plain. */
export function archiveError(path: string, why: string, cause?: unknown): AppError {
  const name = /^[\w./-]{1,80}$/.test(path) ? path : JSON.stringify(path.slice(0, 80));
  return new AppError("archive_invalid", {
    message: `The archive cannot be imported. ${name}: ${why}.`,
    cause,
  });
}

/** The same for the archive as a whole. */
export function archiveFault(why: string, cause?: unknown): AppError {
  return new AppError("archive_invalid", { message: `The archive cannot be imported: ${why}.`, cause });
}
