import "server-only";
import { v7 as uuidv7 } from "uuid";
import { AppError, invalidField } from "@/lib/domain/errors/app-error";
import { isListed, type ShareInput } from "@/lib/domain/share/share";
import { findSession } from "@/lib/server/db/queries/sessions";
import { listShareableImages } from "@/lib/server/db/queries/sharing/shareable-images";
import { insertShare } from "@/lib/server/db/queries/sharing/shares";
import { secretHash } from "@/lib/server/secrets/secret-hash";
import { readStudioSecret } from "@/lib/server/secrets/studio-secret";
import type { Services } from "@/lib/server/services";
import type { Viewer } from "@/lib/server/viewer";
import { hashPassword } from "./password";
import { tokenOf } from "./token";

/**
 * Makes a public link to a gallery of the viewer's; the answer is its id.
 * @throws AppError not_found when the session is not the viewer's or in the trash; invalid_input when
 * a named picture is not the session's, or a frozen gallery would be empty
 */
export async function createShare(
  { env, database }: Pick<Services, "env" | "database">,
  viewer: Viewer,
  { password, expiresAt, imageIds, ...input }: ShareInput,
): Promise<string> {
  const { drizzle: db } = database;
  const session = await findSession(db, { viewerId: viewer.id, id: input.sessionId });
  if (!session || session.deletedAt !== null) throw new AppError("not_found");
  const id = uuidv7();
  const share = {
    ...input,
    id,
    viewerId: viewer.id,
    tokenHash: secretHash(tokenOf(await readStudioSecret(env), id)),
    passwordHash: password === null ? null : await hashPassword(password),
    expiresAt: expiresAt === null ? null : new Date(expiresAt),
    createdAt: new Date(),
  };
  await db.transaction(async (tx) => {
    const wanted = { ...input, viewerId: viewer.id, imageIds };
    const pictures = isListed(input) ? await listShareableImages(tx, wanted) : [];
    if (isListed(input)) checkPictures(pictures, input, imageIds);
    await insertShare(tx, { share, imageIds: pictures });
  });
  return id;
}

function checkPictures(
  pictures: readonly string[],
  { scope, mode }: Pick<ShareInput, "scope" | "mode">,
  imageIds: readonly string[],
): void {
  const wanted = new Set(imageIds.map((id) => id.toLowerCase()));
  if (scope === "selection" && mode === "live" && pictures.length < wanted.size) {
    throw invalidField("imageIds", "Some of these pictures are not in this session, or in the trash.");
  }
  if (pictures.length === 0) {
    throw invalidField("mode", "There is no finished picture to freeze yet: share it live, or wait for one.");
  }
}
