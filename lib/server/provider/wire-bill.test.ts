import { expect, test } from "vitest";
import { wireBill } from "./wire-bill";

const counted = { input_tokens: 9, output_tokens: 272 };

test("reads the tokens by kind", () => {
  const input_tokens_details = { text_tokens: 7, image_tokens: 2 };
  expect(wireBill.parse({ ...counted, input_tokens_details })).toEqual({
    usage: { textInputTokens: 7, imageInputTokens: 2, outputTokens: 272 },
    costUsd: null,
  });
});

test.each([
  ["a negative count", { input_tokens: -9 }],
  ["a count beyond numbers", { output_tokens: 1e30 }],
  ["a count beyond any call", { output_tokens: 10_000_001 }],
  ["half a token", { output_tokens: 0.5 }],
  ["no number", { output_tokens: Number.NaN }],
  ["a picture of no tokens", { output_tokens: 0 }],
  ["a text", { input_tokens: "9" }],
  ["absurd details", { input_tokens_details: { text_tokens: -1 } }],
])("takes %s for no usage at all, so that the call counts at its estimate", (_, wrong) => {
  expect(wireBill.parse({ ...counted, ...wrong })).toEqual({ usage: null, costUsd: null });
});

test.each([undefined, null, "many", [], 7])("takes %j for no bill", (wire) => {
  expect(wireBill.parse(wire)).toEqual({ usage: null, costUsd: null });
});

test.each([
  ["dollars", { cost: 0.0193 }, 0.0193],
  ["ticks", { cost_in_usd_ticks: 200_000_000 }, 0.02],
  ["nothing charged", { cost: 0 }, 0],
  ["a negative cost", { cost: -1 }, null],
  ["a cost beyond any call", { cost: 1e30 }, null],
  ["negative ticks", { cost_in_usd_ticks: -1 }, null],
  ["a text", { cost: "0.02" }, null],
])("reads what the provider charged: %s", (_, wire, costUsd) => {
  expect(wireBill.parse(wire)).toEqual({ usage: null, costUsd });
  expect(wireBill.parse({ ...counted, ...wire })).toMatchObject({ usage: { outputTokens: 272 }, costUsd });
});
