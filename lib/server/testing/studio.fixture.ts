import { sql } from "drizzle-orm";
import sharp from "sharp";
import { v7 as uuidv7 } from "uuid";
import * as z from "zod";
import type { Image } from "@/lib/domain/generation/image";
import type { ImageModel } from "@/lib/domain/models/image-model";
import { modelLabelled } from "@/lib/domain/models/image-models.fixture";
import { modelTable } from "@/lib/domain/models/model-table";
import type { OptionValues } from "@/lib/domain/models/options/option";
import { DIALECTS } from "@/lib/domain/providers/dialect";
import { readGeneration } from "@/lib/server/db/queries/generations";
import { listImagesOf } from "@/lib/server/db/queries/images";
import { createSession } from "@/lib/server/db/queries/sessions";
import { readEnv } from "@/lib/server/env";
import { createGeneration } from "@/lib/server/generations/create-generation";
import { createLog } from "@/lib/server/log";
import { openStudio, type Parts } from "@/lib/server/open-studio";
import type { Database } from "@/lib/server/ports/database";
import type { Storage } from "@/lib/server/ports/storage";
import { createFetchPicture } from "@/lib/server/provider/fetch-picture";
import { createOpenAIProvider } from "@/lib/server/provider/openai-provider";
import { calls } from "@/lib/server/schema/studio-tables";
import type { Services } from "@/lib/server/services";
import { openMemoryStorage } from "@/lib/server/testing/memory-storage";
import { LOCAL_OWNER } from "@/lib/server/viewer";

const callSchema = z.looseObject({ prompt: z.string(), n: z.number(), stream: z.boolean().optional() });

/** One request as it reached the provider. */
export type SentCall = z.infer<typeof callSchema> & { nth: number; signal: AbortSignal };
/** What the provider answers, at the edge of the network. */
export type Answer = (call: SentCall) => Promise<Response> | Response;

export type TestStudio = {
  services: Services;
  sessionId: string;
  /** Requests that reached the provider, in their order. */
  sent: SentCall[];
  /** Lines of the log. */
  lines: string[];
  /** Submits the form. */
  submit(input?: Submission): ReturnType<typeof createGeneration>;
  /** The images of a generation, as soon as they are as the test wants them. */
  imagesWhen(generationId: string, isAsWanted: (images: Image[]) => boolean): Promise<Image[]>;
  callsOf(generationId: string): Promise<(typeof calls.$inferSelect)[]>;
  [Symbol.asyncDispose](): Promise<void>;
};

type Submission = {
  model?: ImageModel;
  prompt?: string;
  options?: OptionValues;
  imageCount?: number;
  idempotencyKey?: string;
};

type StudioParts = { storage?: Storage; answer?: Answer; keepRows?: boolean; atOnce?: number } & Pick<
  Parts,
  "spool" | "keeping"
>;

/** For tests: a whole studio at work on a database, whose provider is a function. */
export async function openTestStudio(database: Database, parts: StudioParts = {}): Promise<TestStudio> {
  const { drizzle: db } = database;
  if (!parts.keepRows) await db.execute(sql`truncate sessions, generations, calls, images cascade`);
  const { answer = () => answerWith(1), storage = openMemoryStorage(), atOnce = 8 } = parts;
  const sent: SentCall[] = [];
  const lines: string[] = [];
  const services = await openStudio({
    env: readEnv({ STUDIO_CALLS_AT_ONCE: String(atOnce) }),
    log: createLog((line) => lines.push(line)),
    models: modelTable(),
    // The database outlives the studio: the next one finds what this one left.
    database: { ...database, close: async () => {} },
    storage,
    ...(parts.spool && { spool: parts.spool }),
    ...(parts.keeping && { keeping: parts.keeping }),
    provider: providerOf(answer, sent),
  });
  const session = await createSession(db, { viewerId: LOCAL_OWNER.id, title: "Foxes" });
  const sessionId = session.id;
  return {
    ...{ services, sessionId, sent, lines },
    submit({ model = modelLabelled("DALL·E 2"), ...input } = {}) {
      const blank = { prompt: "a fox", options: {}, imageCount: 1, idempotencyKey: uuidv7() };
      const fixed = { modelId: model.id, sessionId, parentImageId: null };
      return createGeneration(services, LOCAL_OWNER, model, { ...blank, ...input, ...fixed });
    },
    imagesWhen: (generationId, isAsWanted) => imagesWhen(services, generationId, isAsWanted),
    callsOf: (generationId) =>
      db.select().from(calls).where(sql`generation_id = ${generationId}`).orderBy(calls.firstIndex),
    [Symbol.asyncDispose]: () => services.close(),
  };
}

function providerOf(answer: Answer, sent: SentCall[]) {
  return createOpenAIProvider({
    ...{ id: "scripted", label: "scripted", isOffline: false, dialect: DIALECTS.openai },
    ...{ catalogue: "models", auth: "bearer" },
    ...{ baseUrl: "http://provider.invalid/v1", apiKey: "sk-test-key-of-the-studio" },
    http: {
      fetch: async (input, init) => {
        const request = new Request(input, init);
        const call = { ...callSchema.parse(await request.json()), nth: sent.length, signal: request.signal };
        sent.push(call);
        return answer(call);
      },
    },
    fetchPicture: createFetchPicture("http://127.0.0.1:9/v1"),
    deadlines: { connectMs: 1_000, idleMs: 20_000, overallMs: 20_000 },
  });
}

/** Reads at every change that the studio tells of, so that a test waits exactly as long as the work takes. */
async function imagesWhen(
  { watchers, database }: Services,
  generationId: string,
  isAsWanted: (images: Image[]) => boolean,
): Promise<Image[]> {
  // Of the generation's own session: another studio may have begun it.
  const generation = await readGeneration(database.drizzle, { id: generationId });
  const { promise, resolve, reject } = Promise.withResolvers<Image[]>();
  const look = () =>
    listImagesOf(database.drizzle, { generationIds: [generationId] }).then(
      (images) => isAsWanted(images) && resolve(images),
      reject,
    );
  const stop = watchers.watch(generation?.sessionId ?? "", () => void look());
  await look();
  return promise.finally(stop);
}

export const all =
  (...states: Image["state"][]) =>
  (images: Image[]) =>
    images.every(({ state }) => states.includes(state));
export const allEnded = all("completed", "failed", "cancelled", "unknown");

/** For tests: a small real picture, another one for every shade. */
export async function picture(shade = 0): Promise<string> {
  const background = { r: (shade * 40) % 256, g: 90, b: 120 };
  const png = await sharp({ create: { width: 48, height: 32, channels: 3, background } })
    .png()
    .toBuffer();
  return png.toString("base64");
}

/** For tests: n pictures in one piece. */
export async function answerWith(imageCount: number, extra: object = {}): Promise<Response> {
  const data = Array.from({ length: imageCount }, async (_, index) => ({ b64_json: await picture(index) }));
  return Response.json({ created: 1, data: await Promise.all(data), ...extra });
}

export function refuseWith(
  status: number,
  code: string | null,
  headers: Record<string, string> = {},
): Response {
  return Response.json({ error: { message: "No.", type: "error", param: null, code } }, { status, headers });
}

/** For tests: a stream that the test writes event by event. */
export function openEventStream() {
  let controller: ReadableStreamDefaultController<Uint8Array> | null = null;
  const body = new ReadableStream<Uint8Array>({
    start(opened) {
      controller = opened;
    },
  });
  const send = (type: string, fields: object) =>
    controller?.enqueue(Buffer.from(`event: ${type}\ndata: ${JSON.stringify({ type, ...fields })}\n\n`));
  return {
    response: new Response(body, { headers: { "content-type": "text/event-stream" } }),
    partial: (index: number, b64_json: string) =>
      send("image_generation.partial_image", { b64_json, partial_image_index: index }),
    completed: (b64_json: string, fields: object = {}) =>
      send("image_generation.completed", { b64_json, ...fields }),
    end: () => controller?.close(),
    cut: () => controller?.error(new Error("cut")),
  };
}
