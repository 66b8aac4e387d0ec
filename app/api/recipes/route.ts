import { AppError } from "@/lib/domain/errors/app-error";
import { handle } from "@/lib/server/doors/handle";
import { nothing } from "@/lib/server/http/nothing";
import { readBytes } from "@/lib/server/http/read-body";
import { readRecipe } from "@/lib/server/recipes/read-recipe";

/** The largest picture of any model takes about 40 MB. */
const PICTURE_BYTES_MAX = 64 * 1024 * 1024;

/** The recipe in a picture's file, which is the body as it is; the file is not kept. */
export function POST(request: Request) {
  return handle(request, async () => {
    const recipe = readRecipe(await readBytes(request, PICTURE_BYTES_MAX));
    if (!recipe) throw new AppError("not_found", { message: "This file carries no recipe of Safelight." });
    return Response.json(recipe);
  });
}

// The proxy leaves this route out, whose bodies are large, so on the host of galleries it answers for itself.
export { nothing as DELETE, nothing as GET, nothing as OPTIONS, nothing as PATCH, nothing as PUT };
