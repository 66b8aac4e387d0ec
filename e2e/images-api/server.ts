import { type ModelTable, modelTable } from "@/lib/domain/models/model-table";
import { createFileStore } from "@/lib/offline/images-api/file-store";
import { createImagesApi } from "@/lib/offline/images-api/images-api";
import type { Painter } from "@/lib/offline/images-api/painter-port";
import { paint, paintPartial } from "@/lib/offline/painter/paint";
import { promptOf, type RecordedCall, recordCall } from "./call-log";
import { answerControl } from "./control-routes";
import { createFaultQueue, type QueuedFault } from "./fault-queue";
import { FAULTS, UNKNOWN_FAULT } from "./faults";
import { createHolds } from "./holds";
import { type Ending, serveWeb } from "./serve-web";

export type ImagesApiServerOptions = {
  /** 0, the default, is any free port. */
  port?: number;
  models?: ModelTable;
  painter?: Painter;
  /** Milliseconds before each event of a stream, and before an answer in one piece; 0 by default. */
  paceMs?: number;
  /** The only key that is let in; without it everyone is. */
  requireKey?: string;
};

export type ImagesApiServer = {
  /** Without a path: the API's base URL is this plus `/v1`. */
  url: string;
  calls(): RecordedCall[];
  clearCalls(): void;
  /** The next requests that match get this fault. */
  addFault(fault: QueuedFault): void;
  clearFaults(): void;
  close(): Promise<void>;
};

/**
 * The Images API on 127.0.0.1, as the offline provider speaks it, with a log of the calls, faults on
 * demand (`[fault:NAME]` in a prompt, `POST /_faults`, or `addFault`), and answers that wait for a word
 * (`POST /_holds`, then `/_holds/next` for each event).
 */
export async function startImagesApi(options: ImagesApiServerOptions = {}): Promise<ImagesApiServer> {
  const { port = 0, paceMs = 0, models = modelTable(), painter = { paint, paintPartial } } = options;
  const files = createFileStore(Date.now);
  const key = options.requireKey === undefined ? {} : { requireKey: options.requireKey };
  const api = createImagesApi({ models, painter, paceMs, files, ...key });
  const calls: RecordedCall[] = [];
  const faults = createFaultQueue();
  const holds = createHolds();

  async function answerCall(request: Request, ending: Promise<Ending>): Promise<Response> {
    const call = await recordCall(request, new Date());
    calls.push(call);
    void ending.then((end) => {
      call.ended = end === "left" ? "client-left" : call.fault === null ? "answered" : "faulted";
    });
    const prompt = promptOf(call);
    const fault = faults.take(prompt);
    if (fault === "unknown") return Response.json({ error: { message: UNKNOWN_FAULT } }, { status: 400 });
    call.fault = fault?.name ?? null;
    const keepFile = (bytes: Uint8Array, contentType: string) =>
      new URL(`/v1/files/${files.put(bytes, contentType)}`, request.url).href;
    const answer = fault
      ? await FAULTS[fault.name]({ request, isFirst: fault.isFirst, keepFile, answer: () => api(request) })
      : await api(request);
    const response = await holds.obey(prompt, answer, request.signal);
    call.status = response.status;
    return response;
  }

  const server = await serveWeb(port, async (request, ending) => {
    const control = await answerControl({ calls, faults, holds }, request);
    if (control) return control;
    const isImageCall = /\/images\//.test(new URL(request.url).pathname);
    return isImageCall ? answerCall(request, ending) : api(request);
  });
  return {
    ...server,
    calls: () => calls,
    clearCalls: () => void calls.splice(0),
    addFault: faults.add,
    clearFaults: faults.clear,
  };
}
