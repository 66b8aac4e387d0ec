import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Client } from "pg";
import sharp from "sharp";
import { v7 as uuidv7 } from "uuid";
import { expect, vi } from "vitest";
import * as z from "zod";
import type { Image } from "@/lib/domain/generation/image";
import { isEnded } from "@/lib/domain/generation/is-ended";
import type { ProviderRequest } from "@/lib/domain/generation/request/provider-request";
import { type MatrixInput, matrixInputSchema } from "@/lib/domain/matrix/matrix";
import { fallbackModel, modelTable } from "@/lib/domain/models/model-table";
import type { Usage } from "@/lib/domain/money/usage";
import { DIALECTS } from "@/lib/domain/providers/dialect";
import { openKeeper } from "@/lib/server/answers/open-keeper";
import { openQueue } from "@/lib/server/calls/open-call-queue";
import { startWorker } from "@/lib/server/calls/worker";
import { openLivePartials } from "@/lib/server/changes/open-live-partials";
import { openWatchers } from "@/lib/server/changes/watch";
import { openPglite } from "@/lib/server/db/pglite";
import { openPostgres } from "@/lib/server/db/postgres";
import { listImagesOf } from "@/lib/server/db/queries/images";
import { createSession } from "@/lib/server/db/queries/sessions";
import { readEnv } from "@/lib/server/env";
import { createGeneration } from "@/lib/server/generations/create-generation";
import { createLog } from "@/lib/server/log";
import { readMatrix } from "@/lib/server/matrices/read-matrix";
import { openModelList } from "@/lib/server/models/open-model-list";
import type { Database } from "@/lib/server/ports/database";
import { NO_DRAIN } from "@/lib/server/ports/drain";
import type { Provider } from "@/lib/server/ports/provider";
import type { Services } from "@/lib/server/services";
import { openStorageWatch } from "@/lib/server/storage/open-storage-watch";
import { openMemoryStorage } from "@/lib/server/testing/memory-storage";
import { LOCAL_OWNER } from "@/lib/server/viewer";

/** For tests: what the provider does with its n-th call, 0-based. Null usage: it told none. */
export type Script = (request: ProviderRequest, nth: number) => Promise<Usage | null>;

/** For tests: a studio with a database of its own, whose provider charges and follows a script. */
export type TestStudio = {
  services: Services;
  sessionId: string;
  /** Prompts that reached the provider, in their order. */
  sent: string[];
  /** Sets what the provider does from here on, and forgets what it was sent. */
  script(next: Script): void;
  /** Submits a prompt of its own. */
  submit(prompt: string): ReturnType<typeof createGeneration>;
  /** When nothing more happens to a generation. */
  ended(generationId: string): Promise<void>;
  close(): Promise<void>;
};

const bodySchema = z.looseObject({ prompt: z.string(), n: z.number() });

export async function openTestStudio({ callsAtOnce = 8 } = {}): Promise<TestStudio> {
  const folder = await mkdtemp(path.join(tmpdir(), "matrix-"));
  const { database, drop } = await openDatabase(folder);
  const picture = await sharp({ create: { width: 60, height: 40, channels: 3, background: "teal" } })
    .png()
    .toBuffer();
  const sent: string[] = [];
  let answer: Script = async () => null;
  const provider: Provider = {
    ...{ id: "scripted", label: "scripted", isOffline: false, dialect: DIALECTS.openai },
    async *generate(request) {
      const { prompt, n } = bodySchema.parse(request.body);
      const usage = await answer(request, sent.push(prompt) - 1);
      const image = { type: "picture" as const, bytes: picture, used: {}, revisedPrompt: null };
      yield {
        type: "answered",
        usage,
        costUsd: null,
        images: Array.from({ length: n }, () => image),
      };
    },
    fetchPicture: async () => picture,
    listModels: async () => [{ id: "new-model", shutdownOn: null, fields: {} }],
  };
  const services = await openServices(database, provider, callsAtOnce);
  const stopWorker = await startWorker(services);
  const { id } = await createSession(database.drizzle, { viewerId: LOCAL_OWNER.id, title: "Houses" });
  return {
    ...{ services, sessionId: id, sent },
    script(next) {
      answer = next;
      sent.length = 0;
    },
    submit(prompt) {
      const model = services.modelOf("dall-e-3");
      const fixed = { modelId: model.id, sessionId: id, parentImageId: null, idempotencyKey: uuidv7() };
      return createGeneration(services, LOCAL_OWNER, model, { prompt, options: {}, imageCount: 1, ...fixed });
    },
    ended: (generationId) =>
      vi.waitFor(async () => {
        const images = await listImagesOf(database.drizzle, { generationIds: [generationId] });
        expect(images.filter((image) => !isEnded(image))).toEqual([]);
      }),
    async close() {
      await stopWorker(NO_DRAIN);
      await services.watchers.close();
      await database.close();
      await drop();
    },
  };
}

/** For tests: the body of a POST with what differs, through the schema. */
export function matrixInput(studio: TestStudio, changes: object): MatrixInput {
  return matrixInputSchema.parse({
    idempotencyKey: uuidv7(),
    sessionId: studio.sessionId,
    template: "A {red|blue} house at {dawn|dusk}",
    base: { modelId: "dall-e-3", options: { quality: "standard" }, imageCount: 1 },
    ...changes,
  });
}

/** A database of its own: on the server that TEST_DATABASE_URL names, else embedded. */
async function openDatabase(folder: string): Promise<{ database: Database; drop: () => Promise<void> }> {
  const migrationsFolder = path.join(import.meta.dirname, "..", "db", "migrations");
  const server = process.env.TEST_DATABASE_URL;
  if (!server) {
    const drop = () => rm(folder, { recursive: true, force: true });
    return { database: await openPglite({ folder, migrationsFolder }), drop };
  }
  const name = `studio_matrix_${uuidv7().replaceAll("-", "")}`;
  const onServer = async (statement: string) => {
    const client = new Client({ connectionString: server });
    await client.connect();
    await client.query(statement);
    await client.end();
  };
  await onServer(`create database ${name}`);
  const url = Object.assign(new URL(server), { pathname: name }).href;
  return {
    database: await openPostgres({ url, migrationsFolder }),
    drop: () => onServer(`drop database ${name}`),
  };
}

async function openServices(database: Database, provider: Provider, callsAtOnce: number): Promise<Services> {
  const models = modelTable();
  const storage = openMemoryStorage();
  const log = createLog(() => {});
  const report = (error: unknown) => {
    throw error;
  };
  const workerId = uuidv7();
  const storageWatch = openStorageWatch({ storage, log });
  const keeper = openKeeper({
    ...{ database, log, storage, storageWatch, workerId, providers: [provider], spool: null },
  });
  return {
    env: readEnv({ STUDIO_CALLS_AT_ONCE: String(callsAtOnce) }),
    models,
    modelOf: (id) => models.get(id) ?? fallbackModel(id),
    modelList: openModelList({ providers: [provider], serving: [], models, log }),
    ...{ providers: [provider], serving: [], providerOf: () => provider },
    ...{ log, database, provider, storage, storageWatch, keeper, workerId },
    queue: await openQueue(database, report),
    watchers: await openWatchers(database, report),
    partials: openLivePartials(),
    running: new Map(),
    streams: new Set(),
    stopping: new AbortController().signal,
    close: async () => {},
  };
}

/** For tests: the matrix's pictures once nothing more happens to them. */
export async function endedImages(studio: TestStudio, id: string): Promise<Image[]> {
  return vi.waitFor(
    async () => {
      const { images } = await readMatrix(studio.services.database.drizzle, LOCAL_OWNER, id);
      expect(images.filter((image) => !isEnded(image))).toEqual([]);
      return images;
    },
    { timeout: 20_000, interval: 50 },
  );
}

/** For tests: those of the images that are in a state. */
export function inState<State extends Image["state"]>(images: Image[], state: State) {
  return images.filter((image): image is Extract<Image, { state: State }> => image.state === state);
}

/** For tests: holds whoever awaits `opened` until `open` is called. */
export function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}
