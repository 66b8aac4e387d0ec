import { readFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { expect, test } from "vitest";
import * as z from "zod";

const folder = join(import.meta.dirname, "..", "public");
const iconSchema = z.object({ src: z.string(), sizes: z.string(), type: z.string() });
const manifestSchema = z.object({
  icons: z.array(iconSchema),
  shortcuts: z.array(z.object({ url: z.string(), icons: z.array(iconSchema) })),
});

test("every icon of the manifest is there, as large as it says and of the type that it says", async () => {
  const json: unknown = JSON.parse(await readFile(join(folder, "manifest.webmanifest"), "utf8"));
  const { icons, shortcuts } = manifestSchema.parse(json);
  for (const { src, sizes, type } of [...icons, ...shortcuts.flatMap((shortcut) => shortcut.icons)]) {
    const { format, width, height } = await sharp(join(folder, src)).metadata();
    expect(type, src).toBe(format === "svg" ? "image/svg+xml" : `image/${format}`);
    if (sizes !== "any") expect(`${width}x${height}`, src).toBe(sizes);
  }
});

test("what a system cuts into its own shape goes to the edges", async () => {
  for (const name of ["icon-maskable-512.png", "apple-touch-icon.png"]) {
    const { data, info } = await sharp(join(folder, name))
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect(data[3], name).toBe(255);
    expect(data[info.width * info.height * 4 - 1], name).toBe(255);
  }
});
