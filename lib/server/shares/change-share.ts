import "server-only";
import { AppError } from "@/lib/domain/errors/app-error";
import type { ShareChange } from "@/lib/domain/share/share";
import { updateShare } from "@/lib/server/db/queries/sharing/shares";
import type { Services } from "@/lib/server/services";
import type { Viewer } from "@/lib/server/viewer";
import { hashPassword } from "./password";

/**
 * Changes a share of the viewer's. Open pages follow at once; revoking ends them for good.
 * @throws AppError not_found
 */
export async function changeShare(
  { database }: Pick<Services, "database">,
  viewer: Viewer,
  id: string,
  { password, expiresAt, revoked, ...plain }: ShareChange,
): Promise<void> {
  const changes = {
    ...plain,
    ...(password !== undefined && { passwordHash: password === null ? null : await hashPassword(password) }),
    ...(expiresAt !== undefined && { expiresAt: expiresAt === null ? null : new Date(expiresAt) }),
    ...(revoked && { revokedAt: new Date() }),
  };
  const isFound = await database.drizzle.transaction((tx) =>
    updateShare(tx, { viewerId: viewer.id, id, changes }),
  );
  if (!isFound) throw new AppError("not_found");
}
