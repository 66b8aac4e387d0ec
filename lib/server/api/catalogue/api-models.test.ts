import { expect, test } from "vitest";
import { modelLabelled } from "@/lib/domain/models/image-models.fixture";
import { modelTable } from "@/lib/domain/models/model-table";
import { modelObject } from "./api-models";

const services = { models: modelTable() };
const model = modelLabelled("GPT Image 1.5");
const own = model.lifecycle.shutdownOn ?? "";

test("a model's last day is its row's, unless its provider says another", () => {
  expect(modelObject(model, services, new Map()).shutdown_date).toBe(own);
  expect(modelObject(model, services, new Map([[model.id, "2027-03-01"]])).shutdown_date).toBe("2027-03-01");
});

test("a model is current until a day is set, ending before it, and shut down from it on", () => {
  const on = (day: string) =>
    modelObject(model, services, new Map(), new Date(`${day}T12:00:00Z`)).lifecycle.status;
  const dayBefore = new Date(Date.parse(own) - 86_400_000).toISOString().slice(0, 10);
  expect([on(dayBefore), on(own)]).toEqual(["ending", "shut_down_by_vendor"]);
  const current = modelLabelled("GPT Image 2.6 Flare");
  expect(modelObject(current, services, new Map()).lifecycle.status).toBe("current");
});
