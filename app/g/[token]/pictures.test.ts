import { eq } from "drizzle-orm";
import sharp, { type Sharp } from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { pictureKeys } from "@/lib/domain/generation/picture-address";
import { contentHash } from "@/lib/server/images/content-hash";
import { keepPicture } from "@/lib/server/images/keep-picture";
import { images } from "@/lib/server/schema/studio-tables";
import { hashPassword } from "@/lib/server/shares/password";
import { useDatabase } from "@/lib/server/testing/use-database";
import { openTestGallery, type TestGallery } from "../gallery.fixture";

const database = useDatabase();
let gallery: TestGallery;
const stack = new AsyncDisposableStack();
beforeAll(async () => {
  gallery = stack.use(await openTestGallery(database));
});
afterAll(() => stack.disposeAsync());

const db = () => gallery.studio.services.database.drizzle;
const storage = () => gallery.studio.services.storage;
const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer());

/** A finished picture of this size; the only one of its session. */
async function addPicture(width: number, height: number, change = (one: Sharp) => one.png()) {
  await db().delete(images);
  const [made] = await gallery.addPictures([{ state: "waiting" }]);
  const id = made?.id ?? "";
  const bytes = await change(
    sharp({ create: { width, height, channels: 3, background: "#c84" } }),
  ).toBuffer();
  await db()
    .update(images)
    .set(await keepPicture(storage(), { id, bytes }))
    .where(eq(images.id, id));
  return { id, hash: contentHash(bytes), bytes };
}

describe("a large preview", () => {
  test.each([
    [3000, 1500, 2048, 1024],
    [1500, 3000, 1024, 2048],
    [300, 200, 300, 200],
  ])("of %i × %i is %i × %i, in WebP, without metadata", async (width, height, toWidth, toHeight) => {
    const { id, hash } = await addPicture(width, height, (one) =>
      one.withExif({ IFD0: { ImageDescription: "zanzibar" } }).jpeg(),
    );
    const { token } = await gallery.share();
    const response = await gallery.ask(token, `i/${id}/large-${hash}`);
    expect(response.headers.get("content-type")).toBe("image/webp");
    const bytes = await bytesOf(response);
    expect(response.headers.get("content-length")).toBe(String(bytes.length));
    const { width: w, height: h, exif, xmp, icc } = await sharp(bytes).metadata();
    expect([w, h, exif, xmp, icc]).toEqual([toWidth, toHeight, undefined, undefined, undefined]);
  });

  test("is made once, however many ask, and removed with its image", async () => {
    const { id, hash } = await addPicture(2500, 2500);
    const { token } = await gallery.share();
    const { get } = storage();
    let reads = 0;
    Reflect.set(storage(), "get", (key: string) => {
      reads += 1;
      return get(key);
    });
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => gallery.ask(token, `i/${id}/large-${hash}`)),
    );
    const sizes = await Promise.all(answers.map(async (one) => (await bytesOf(one)).length));
    Reflect.set(storage(), "get", get);
    expect([reads, new Set(sizes).size]).toEqual([1, 1]);
    await storage().remove(pictureKeys(id));
    expect(await Array.fromAsync(storage().list(`images/${id}/`))).toEqual([]);
    expect((await gallery.ask(token, `i/${id}/large-${hash}`)).status).toBe(404);
  });

  test("that cannot be made is a 404, and the next one is made", async () => {
    const broken = await addPicture(40, 30);
    await storage().put(`images/${broken.id}/original`, Buffer.from("no picture"), { durable: true });
    const { token } = await gallery.share();
    expect((await gallery.ask(token, `i/${broken.id}/large-${broken.hash}`)).status).toBe(404);
    const whole = await addPicture(40, 30);
    expect((await gallery.ask(token, `i/${whole.id}/large-${whole.hash}`)).status).toBe(200);
  });
});

describe("the cover", () => {
  test.each([
    [1024, 1024],
    [1536, 1024],
    [400, 3000],
    [3000, 200],
    [8, 8],
  ])("of a picture of %i × %i is 1200 × 630, in JPEG, without metadata", async (width, height) => {
    const { bytes } = await addPicture(width, height, (one) =>
      one.withExif({ IFD0: { ImageDescription: "zanzibar" } }).png(),
    );
    expect(bytes.includes("zanzibar")).toBe(true);
    const { token } = await gallery.share();
    const response = await gallery.ask(token, "cover.jpg");
    expect(response.headers.get("content-type")).toBe("image/jpeg");
    const cover = await bytesOf(response);
    const metadata = await sharp(cover).metadata();
    expect([metadata.format, metadata.width, metadata.height, metadata.exif]).toEqual([
      ...["jpeg", 1200, 630],
      undefined,
    ]);
    // It shows the picture: at its centre is the picture's colour.
    const { data } = await sharp(cover)
      .extract({ left: 600, top: 315, width: 1, height: 1 })
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect([...data].map((value) => Math.round(value / 32))).toEqual([6, 4, 2]);
  });

  test("of a locked gallery is that of an empty one, byte for byte and header for header", async () => {
    await addPicture(1024, 1024);
    const passwordHash = await hashPassword("sesame");
    const locked = await gallery.share({ passwordHash, title: "Secret" });
    const empty = await gallery.share({ scope: "favourites" });
    const told = async (token: string) => {
      const response = await gallery.ask(token, "cover.jpg");
      return [response.status, [...response.headers], (await bytesOf(response)).toString("base64")];
    };
    expect(await told(locked.token)).toEqual(await told(empty.token));
  });
});

describe("oEmbed", () => {
  const ask = (token: string, query = "", address = `http://localhost:3000/g/${token}`) =>
    gallery.ask("", `oembed?url=${encodeURIComponent(address)}${query}`);

  test("describes a gallery as a frame with title and cover", async () => {
    const { token } = await gallery.share({ title: 'Fig & "leaf" <b>' });
    const page = `http://localhost:3000/g/${token}`;
    expect(await (await ask(token)).json()).toEqual({
      ...{ version: "1.0", type: "rich", provider_name: "Safelight", title: 'Fig & "leaf" <b>' },
      ...{ width: 800, height: 600, thumbnail_width: 1200, thumbnail_height: 630 },
      thumbnail_url: `${page}/cover.jpg`,
      html: `<iframe src="${page}/embed" width="800" height="600" title="Fig &amp; &quot;leaf&quot; &lt;b&gt;" style="border:0" loading="lazy" allowfullscreen></iframe>`,
    });
    expect((await ask(token, "", `${page}/embed`)).status).toBe(200);
    expect((await ask(token, "", `${page}/`)).status).toBe(200);
  });

  test("keeps within the sizes that are asked for, the cover too", async () => {
    const { token } = await gallery.share();
    const answer = await (await ask(token, "&maxwidth=500&maxheight=300")).json();
    expect(answer).toMatchObject({ width: 500, height: 300 });
    expect(answer.thumbnail_url).toBeUndefined();
    expect((await ask(token, "&maxwidth=0")).status).toBe(400);
    expect((await ask(token, "&maxheight=1e3")).status).toBe(400);
  });

  test("says nothing of a locked gallery's title", async () => {
    const { token } = await gallery.share({ passwordHash: await hashPassword("sesame"), title: "Secret" });
    const text = await (await ask(token)).text();
    expect(text).not.toContain("Secret");
    expect(JSON.parse(text).title).toBe("A shared gallery");
  });

  test("knows JSON alone, and addresses of galleries of this studio alone", async () => {
    const { token } = await gallery.share();
    expect((await ask(token, "&format=json")).status).toBe(200);
    expect((await ask(token, "&format=xml")).status).toBe(501);
    for (const address of [
      ...["", "x", "/g/x", "javascript:alert(1)", `https://evil.example/g/${token}`],
      ...[`http://localhost:3000/g/${token}/gallery`, `http://localhost:3000@evil.example/g/${token}`],
      ...[`ftp://localhost:3000/g/${token}`, "http://localhost:3000/api/sessions"],
    ]) {
      expect((await ask(token, "", address)).status, address).toBe(404);
    }
  });
});
