import { expect, test } from "vitest";
import * as z from "zod";
import { modelLabelled } from "@/lib/domain/models/image-models.fixture";
import { createTestApi, readError } from "./api.fixture";
import { readDrawn } from "./stub-painter.fixture";

const { id: model } = modelLabelled("Gemini 3 Pro Image");
const modalities = ["image", "text"];

function chat(body: object) {
  return createTestApi()(
    new Request("http://offline.invalid/v1/chat/completions", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ model, modalities, messages: [{ role: "user", content: "a fox" }], ...body }),
    }),
  );
}
const answerSchema = z.object({
  choices: z.array(
    z.object({
      message: z.object({
        content: z.string(),
        images: z.array(z.object({ image_url: z.object({ url: z.string() }) })).optional(),
      }),
    }),
  ),
  usage: z.object({ prompt_tokens: z.number(), completion_tokens: z.number() }),
});
const read = async (body: object) => answerSchema.parse(await (await chat(body)).json());

test("a multimodal model answers with a picture as a data address, and with chat's usage", async () => {
  const { choices, usage } = await read({ image_config: { aspect_ratio: "16:9", image_size: "1K" } });
  const url = choices[0]?.message.images?.[0]?.image_url.url ?? "";
  expect(url).toMatch(/^data:image\/png;base64,/);
  expect(readDrawn(url.slice(url.indexOf(",") + 1))).toMatchObject({ widthPx: 1368, heightPx: 768 });
  expect(usage.completion_tokens).toBeGreaterThan(0);
});

test("reads the words of parts, and answers in words where words are asked for", async () => {
  const messages = [{ role: "user", content: [{ type: "text", text: "tell me a story" }] }];
  const { choices } = await read({ messages });
  expect(choices[0]?.message).toEqual({ content: "You said: tell me a story" });
});

test("refuses what is wrong in the API's words", async () => {
  expect(await readError(await chat({ messages: [] }))).toMatchObject({ status: 400, param: "messages" });
  expect(await readError(await chat({ model: modelLabelled("DALL·E 3").id }))).toMatchObject({
    ...{ status: 400, param: "model" },
  });
  expect(await readError(await chat({ messages: [{ role: "user", content: "refuse this" }] }))).toMatchObject(
    {
      status: 400,
    },
  );
});
