import { expect, test } from "vitest";
import { everyModel, modelLabelled } from "@/lib/domain/models/image-models.fixture";
import { fallbackModel } from "@/lib/domain/models/model-table";
import { planCalls } from "./call-plan";

const gptImage1 = modelLabelled("GPT Image 1");

test("makes a streamed picture a call of its own, also with no partials", () => {
  const alone = [0, 1, 2, 3].map((firstIndex) => ({ firstIndex, imageCount: 1 }));
  expect(planCalls(gptImage1, { partials: 2 }, 4)).toEqual(alone);
  expect(planCalls(gptImage1, { partials: 0 }, 4)).toEqual(alone);
});

test("asks for all pictures in one call where nothing is streamed", () => {
  expect(planCalls(gptImage1, {}, 10)).toEqual([{ firstIndex: 0, imageCount: 10 }]);
});

test("gives ten pictures also of a model that gives one a call", () => {
  for (const model of [modelLabelled("DALL·E 3"), fallbackModel("unheard-of")])
    expect(planCalls(model, {}, 10)).toHaveLength(10);
});

test("covers what is left over with a smaller call", () => {
  expect(planCalls({ ...gptImage1, imagesPerCallMax: 4 }, {}, 10)).toEqual([
    { firstIndex: 0, imageCount: 4 },
    { firstIndex: 4, imageCount: 4 },
    { firstIndex: 8, imageCount: 2 },
  ]);
});

test.each(everyModel)("covers every picture of $label exactly once", (model) => {
  for (const options of [{}, model.initial])
    for (let count = 1; count <= 10; count += 1) {
      const covered = planCalls(model, options, count).flatMap(({ firstIndex, imageCount }) =>
        Array.from({ length: imageCount }, (_, offset) => firstIndex + offset),
      );
      expect(covered).toEqual(Array.from({ length: count }, (_, index) => index));
    }
});
