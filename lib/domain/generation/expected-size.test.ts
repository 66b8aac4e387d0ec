import { expect, test } from "vitest";
import { modelLabelled } from "@/lib/domain/models/image-models.fixture";
import { fallbackModel } from "@/lib/domain/models/model-table";
import { expectedSize } from "./expected-size";

test.each([
  ["DALL·E 3", { size: "1792x1024" }, 1792, 1024],
  ["DALL·E 2", {}, 1024, 1024],
  ["GPT Image 1", { size: "1024x1536" }, 1024, 1536],
  ["GPT Image 1", { size: "auto" }, 1024, 1024],
  ["GPT Image 2", { size: "3840x1280" }, 3840, 1280],
])(
  "reserves for %s with %j the shape that was asked for, or a square",
  (label, options, widthPx, heightPx) => {
    expect(expectedSize(modelLabelled(label), options)).toEqual({ widthPx, heightPx });
  },
);

test("reserves a square for a model without sizes", () => {
  expect(expectedSize(fallbackModel("x"), {})).toEqual({ widthPx: 1024, heightPx: 1024 });
});
