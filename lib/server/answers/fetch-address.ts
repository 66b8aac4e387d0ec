import "server-only";
import { AppError } from "@/lib/domain/errors/app-error";
import type { Provider } from "@/lib/server/ports/provider";

/** As long as the Images API keeps the pictures that it answers as addresses. */
const LIFE_MS = 60 * 60_000;

/**
 * Fetches a picture from the address that was answered, once. Whatever the address says may pass, until it has died.
 * @throws AppError picture_lost when it is too late, or it can never be had from there; anything else may pass
 */
export async function fetchAddress(
  { fetchPicture }: Pick<Provider, "fetchPicture">,
  url: string,
  answeredAt: Date,
): Promise<Uint8Array> {
  // Asked before: an answer that comes after the end is as good as one that came in time.
  const isDead = Date.now() > diesAt(url, answeredAt).getTime();
  try {
    return await fetchPicture(url);
  } catch (cause) {
    if (cause instanceof AppError || !isDead) throw cause;
    throw new AppError("picture_lost", { cause });
  }
}

/** When an address dies: as its signature says, or an hour after it was answered. */
export function diesAt(url: string, answeredAt: Date): Date {
  const dies = signedUntil(new URL(url).searchParams);
  const anHourLater = new Date(answeredAt.getTime() + LIFE_MS);
  if (!dies || Number.isNaN(dies.getTime())) return anHourLater;
  // A signature that died before it was answered is another thing than it looks like.
  return dies > answeredAt ? dies : anHourLater;
}

/** Azure: `se`; Amazon and its kin: `X-Amz-Date` and `X-Amz-Expires`; others: `Expires`, in seconds. */
function signedUntil(query: URLSearchParams): Date | null {
  const azure = query.get("se");
  if (azure) return new Date(azure);
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(query.get("X-Amz-Date") ?? "") ?? [];
  if (year) {
    const signedAt = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
    return new Date(signedAt + Number(query.get("X-Amz-Expires")) * 1000);
  }
  const expires = Number(query.get("Expires"));
  return expires > 0 ? new Date(expires * 1000) : null;
}
