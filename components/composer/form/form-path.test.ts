import { expect, test } from "vitest";
import { fallbackModel, modelTable } from "@/lib/domain/models/model-table";
import { formPathOf } from "./form-path";

const model = modelTable().get("dall-e-3") ?? fallbackModel("dall-e-3");

test("maps a named field onto the control of this form", () => {
  expect(formPathOf("prompt", model)).toBe("prompt");
  expect(formPathOf("imageCount", model)).toBe("imageCount");
  expect(formPathOf("options.style", model)).toBe("options.style");
});

test("maps nothing that this model's form does not show", () => {
  expect(formPathOf("options.background", model)).toBeNull();
  expect(formPathOf("options.nonsense", model)).toBeNull();
  expect(formPathOf("sessionId", model)).toBeNull();
});
