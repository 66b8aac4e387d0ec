import "server-only";
import * as z from "zod";
import { modelTable } from "@/lib/domain/models/model-table";
import { createImagesApi, type ImagesApi, type ImagesApiOptions } from "./images-api";
import { describingPainter } from "./stub-painter.fixture";

const objectSchema = z.looseObject({});
const answerSchema = z.looseObject({ data: z.array(z.looseObject({})) });
const errorSchema = z.strictObject({
  error: z.strictObject({
    message: z.string(),
    type: z.string(),
    param: z.string().nullable(),
    code: z.string().nullable(),
  }),
});

/** For tests: the API without waiting, over a painter that describes what it was asked for. */
export function createTestApi(options: Partial<ImagesApiOptions> = {}): ImagesApi {
  return createImagesApi({ models: modelTable(), painter: describingPainter, paceMs: 0, ...options });
}

/** For tests: a generation request. */
export function generationRequest(body: object, init: RequestInit = {}): Request {
  return new Request("http://offline.invalid/v1/images/generations", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
    ...init,
  });
}

/** For tests: the JSON answer of a generation. */
export async function generate(api: ImagesApi, body: object) {
  const response = await api(generationRequest(body));
  return answerSchema.parse(await response.json());
}

/** For tests: status and error of an answer that must be a refusal. */
export async function readError(response: Response) {
  return { status: response.status, ...errorSchema.parse(await response.json()).error };
}

/** For tests: the events of a stream with the names of their `event:` lines. */
export async function readEventLines(response: Response) {
  const blocks = (await response.text()).split("\n\n").filter((block) => block !== "");
  return blocks.map((block) => {
    const match = /^event: (.+)\ndata: (.+)$/.exec(block);
    return { name: match?.[1] ?? "", data: objectSchema.parse(JSON.parse(match?.[2] ?? "null")) };
  });
}
