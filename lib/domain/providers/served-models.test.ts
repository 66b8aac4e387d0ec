import { expect, test } from "vitest";
import { modelLabelled } from "@/lib/domain/models/image-models.fixture";
import { modelTable } from "@/lib/domain/models/model-table";
import { providerTable } from "./provider-table";
import { servedModels, unknownModel } from "./served-models";

const table = modelTable();

function serving(overrides: object, ...ids: string[]) {
  const rows = providerTable(overrides);
  return ids.map((id) => {
    const row = rows.get(id);
    if (!row) throw new Error(`No row ${id}.`);
    return { id, label: row.label, row };
  });
}

test("one provider serves its vendors' models under their bare ids", () => {
  const served = servedModels(table, serving({}, "openai"));
  expect([...served.values()].every(({ id, wireId, vendor }) => id === wireId && vendor === "openai")).toBe(
    true,
  );
  expect(served.size).toBe([...table.values()].filter(({ vendor }) => vendor === "openai").length);
});

test("a model of two providers is there twice, each saying who serves it", () => {
  const { id } = modelLabelled("GPT Image 2");
  const served = servedModels(table, serving({}, "openai", "dedalus"));
  expect(served.get(id)).toMatchObject({ providerId: "openai", providerLabel: "OpenAI" });
  expect(served.get(`dedalus:${id}`)).toMatchObject({
    ...{ providerId: "dedalus", providerLabel: "Dedalus Labs", wireId: id },
  });
});

test("what a server cannot do or refuses is no control of its models", () => {
  const { id } = modelLabelled("GPT Image 2");
  const rows = {
    mine: { label: "Mine", baseUrl: "http://127.0.0.1:1/v1", vendors: ["openai"], dialect: "local" },
  };
  const model = servedModels(table, serving(rows, "mine")).get(id);
  expect(Object.keys(model?.options ?? {})).not.toContain("partials");
  expect(Object.keys(model?.options ?? {})).not.toContain("moderation");
  expect(model?.initial).toEqual({});
});

test("a provider's own price of a model is what it costs there", () => {
  const { id } = modelLabelled("DALL·E 2");
  const prices = {
    unit: "image",
    usd: { standard: { "1024x1024": 0.5 } },
    source: "mine",
    asOf: "2026-11-01",
  };
  const rows = { dedalus: { models: { [id]: { prices } } } };
  const served = servedModels(table, serving(rows, "openai", "dedalus"));
  expect(served.get(`dedalus:${id}`)?.prices).toEqual(prices);
  expect(served.get(id)?.prices).toEqual(table.get(id)?.prices);
});

test("a wrong field of a provider's own model is named", () => {
  const rows = { dedalus: { models: { mine: { promptCharsMax: -1 } } } };
  expect(() => servedModels(table, serving(rows, "dedalus"))).toThrow('Row "mine", field "promptCharsMax"');
});

test("a listed model that no table knows has what its provider's unknown models have", () => {
  const [local] = serving({}, "local");
  if (!local) throw new Error("No local row.");
  const model = unknownModel(local, "sd-cpp-local", {}, "sd-cpp-local");
  expect(model.options.size).toMatchObject({ kind: "size", default: "512x512" });
  expect(unknownModel(local, "x", { options: { size: "wrong" } }, "x").label).toBe("x");
});

test.each([
  [{ Mine: {} }, "ids in small letters"],
  [{ mine: { label: "M" } }, 'Row "mine", field "baseUrl"'],
  [{ openai: { keyVariable: "sk-secret" } }, 'Row "openai", field "keyVariable"'],
  [{ openai: { key: "sk-secret" } }, 'Row "openai", field "key"'],
])("a row that does not fit is named: %j", (rows, reason) => {
  expect(() => providerTable(rows)).toThrow(reason);
});
