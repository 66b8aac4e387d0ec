import { expect, test } from "vitest";
import { AppError } from "@/lib/domain/errors/app-error";
import type { ProviderRequest } from "@/lib/domain/generation/request/provider-request";
import { DIALECTS } from "@/lib/domain/providers/dialect";
import type { AnsweredImage } from "@/lib/server/ports/provider";
import { answerJson, base64, providerAt, SECRET, serveScript } from "@/lib/server/ports/provider.fixture";

const dataUrl = (text: string) => `data:image/png;base64,${base64(text)}`;
const request: ProviderRequest = {
  endpoint: "chat",
  path: DIALECTS.openai.chatRoute,
  body: { model: "m", messages: [{ role: "user", content: "a fox" }], modalities: ["image", "text"] },
};

async function answered(message: object, more: object = {}) {
  await using server = await serveScript(answerJson(200, { choices: [{ message }], ...more }));
  const events = await Array.fromAsync(providerAt(server.url).generate(request, AbortSignal.timeout(10_000)));
  expect(server.received.map(({ url }) => url)).toEqual(["/v1/chat/completions"]);
  const [event] = events;
  if (event?.type !== "answered") throw new Error("No answer came.");
  return event;
}

function wordOf(image: AnsweredImage): string {
  switch (image.type) {
    case "picture":
      return Buffer.from(image.bytes).toString();
    case "address":
      return image.url;
    case "lost":
      return image.error.code;
  }
}

async function textsOf(message: object) {
  const { images } = await answered(message);
  return images.map((image) => wordOf(image));
}

test.each([
  ["pictures beside the words", { content: "Here.", images: [{ image_url: { url: dataUrl("one") } }] }],
  ["a picture as a text", { images: [{ image_url: dataUrl("one") }] }],
  ["the older single picture", { content: null, image: { url: dataUrl("one") } }],
  ["Markdown in the words", { content: `Here it is: ![fox](${dataUrl("one")}) I hope you like it.` }],
  [
    "parts",
    {
      content: [
        { type: "text", text: "Here." },
        { type: "image_url", image_url: { url: dataUrl("one") } },
      ],
    },
  ],
  ["bytes in a part", { content: [{ type: "output_image", b64_json: base64("one") }] }],
])("a chat answer with %s gives its picture", async (_, message) => {
  expect(await textsOf(message)).toEqual(["one"]);
});

test("several pictures are all kept, each once, and one that cannot be had costs itself alone", async () => {
  const one = { image_url: { url: dataUrl("one") } };
  const wrong = { image_url: { url: "ftp://two.png" } };
  expect(await textsOf({ images: [one, wrong, one, { image_url: { url: dataUrl("three") } }] })).toEqual([
    "one",
    "picture_lost",
    "three",
  ]);
});

test("usage is read in chat's names, with the cost that the provider says", async () => {
  const usage = {
    prompt_tokens: 40,
    completion_tokens: 1290,
    prompt_tokens_details: { image_tokens: 30 },
    cost: 0.039,
  };
  const event = await answered({ images: [{ image_url: { url: dataUrl("one") } }] }, { usage });
  expect(event.usage).toEqual({ textInputTokens: 10, imageInputTokens: 30, outputTokens: 1290 });
  expect(event.costUsd).toBe(0.039);
});

test.each([
  ["absurd", { prompt_tokens: -1, completion_tokens: 1e30 }],
  ["of another kind", "many"],
  ["missing", undefined],
])("a picture is kept with a usage that is %s", async (_, usage) => {
  const event = await answered({ images: [{ image_url: { url: dataUrl("one") } }] }, { usage });
  expect(event.images).toHaveLength(1);
  expect(event.usage).toBeNull();
});

test("words alone are a refusal: they are shown without the key, and it was billed", async () => {
  const content = `I cannot draw that with ${SECRET}.`;
  const error = await answered({ content }).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(AppError);
  expect(error).toMatchObject({ code: "answered_in_words", billed: "yes" });
  expect(String(error)).toContain("I cannot draw that with [key].");
});

test("what is no answer of chat completions ends early", async () => {
  await using server = await serveScript(answerJson(200, { object: "list" }));
  const reading = Array.fromAsync(providerAt(server.url).generate(request, AbortSignal.timeout(10_000)));
  await expect(reading).rejects.toMatchObject({ code: "ended_early", billed: "maybe" });
});
