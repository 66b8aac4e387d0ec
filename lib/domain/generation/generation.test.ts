import { describe, expect, test } from "vitest";
import { modelLabelled } from "@/lib/domain/models/image-models.fixture";
import { generationEnvelopeSchema, generationInputSchema, recipeSchema } from "./generation";
import { promptLength } from "./prompt-length";

const model = modelLabelled("GPT Image 1");
const recipe = { prompt: "a fox", options: {}, imageCount: 1 };
const problems = (
  input: unknown,
  schema: { safeParse: ReturnType<typeof recipeSchema>["safeParse"] } = recipeSchema(model),
) => schema.safeParse(input).error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`) ?? [];

describe("prompt", () => {
  test.each(["", " ", "\n\t ", "\u3000\u00a0\ufeff"])("refuses %j, which says nothing", (prompt) => {
    expect(problems({ ...recipe, prompt })).toEqual(["prompt: Write a prompt first."]);
  });

  test("takes as many characters as the model does and refuses one more", () => {
    expect(problems({ ...recipe, prompt: "x".repeat(32_000) })).toEqual([]);
    expect(problems({ ...recipe, prompt: "x".repeat(32_001) })).toEqual([
      "prompt: GPT Image 1 takes at most 32,000 characters.",
    ]);
    expect(
      recipeSchema(modelLabelled("DALL·E 3")).safeParse({ ...recipe, prompt: "x".repeat(4_001) }).success,
    ).toBe(false);
    expect(
      recipeSchema(modelLabelled("DALL·E 2")).safeParse({ ...recipe, prompt: "x".repeat(1_001) }).success,
    ).toBe(false);
  });

  test("counts an emoji as one character", () => {
    expect(promptLength("🦊a")).toBe(2);
    expect(problems({ ...recipe, prompt: "🦊".repeat(32_000) })).toEqual([]);
    expect(problems({ ...recipe, prompt: `${"🦊".repeat(32_000)}x` })).toHaveLength(1);
  });

  test.each([["\ud83e"], ["a\udd8ab"], ["a\0b"]])("refuses %j, which cannot be stored as it is", (prompt) => {
    expect(problems({ ...recipe, prompt })).toEqual(["prompt: Prompt holds a character that is not text."]);
  });

  test.each([[null], [3], [["a"]], [{}], [undefined]])("refuses %j", (prompt) => {
    expect(problems({ ...recipe, prompt })).toEqual(["prompt: Prompt must be a text."]);
  });

  test("keeps what was typed to the letter", () => {
    const prompt = "  zwei  Füchse\r\n🦊 ";
    expect(recipeSchema(model).parse({ ...recipe, prompt }).prompt).toBe(prompt);
  });
});

test.each([[0], [11], [-1], [1.5], ["3"], [null], [undefined], [Number.NaN]])(
  "refuses %j images",
  (imageCount) => {
    expect(problems({ ...recipe, imageCount })).toEqual([
      "imageCount: Images must be a whole number from 1 to 10.",
    ]);
  },
);

test.each([1, 10])("takes %i images, also of a model that gives one a call", (imageCount) => {
  expect(problems({ ...recipe, imageCount })).toEqual([]);
  expect(recipeSchema(modelLabelled("DALL·E 3")).safeParse({ ...recipe, imageCount }).success).toBe(true);
});

test("puts the option's name into the path of its problem", () => {
  expect(problems({ ...recipe, options: { quality: "hd" } })[0]).toMatch(/^options\.quality: /);
  expect(problems({ prompt: "a", imageCount: 1 })).toEqual(["options: Options must be an object."]);
});

describe("the body of a request", () => {
  const schema = generationInputSchema(model);
  const id = "0198e2a5-0000-7000-8000-000000000001";
  const body = { ...recipe, modelId: model.id, idempotencyKey: id, sessionId: id };

  test("needs no parent image", () => {
    expect(schema.parse(body)).toEqual({ ...body, parentImageId: null });
    expect(schema.parse({ ...body, parentImageId: id }).parentImageId).toBe(id);
  });

  test.each([
    ["idempotencyKey", "1"],
    ["sessionId", ""],
    ["parentImageId", 5],
    ["modelId", "another"],
  ])("names %s when it is wrong", (field, value) => {
    expect(schema.safeParse({ ...body, [field]: value }).error?.issues[0]?.path).toEqual([field]);
  });

  test("refuses a field that it does not know", () => {
    expect(schema.safeParse({ ...body, n: 2 }).error?.issues[0]).toMatchObject({ keys: ["n"] });
  });

  test.each([[null], [[]], ["text"], [7]])("refuses %j in place of an object", (input) => {
    expect(generationEnvelopeSchema.safeParse(input).success).toBe(false);
  });
});
