import { describe, expect, test } from "vitest";
import { ids } from "@/lib/domain/models/image-models-ids.fixture";
import { fallbackModel, modelTable } from "@/lib/domain/models/model-table";
import { toMicroUsd } from "@/lib/domain/money/micro-usd";
import { type MatrixRequest, planMatrix } from "./matrix-plan";
import { totalsOf } from "./matrix-totals";

const models = modelTable();
const base = { modelId: ids.gptImage2, options: { quality: "low", size: "1024x1024" }, imageCount: 1 };
const request: MatrixRequest = { template: "A house", base, axes: [], struck: [], models, isFree: false };

function planOf(changes: Partial<MatrixRequest>) {
  const result = planMatrix({ ...request, ...changes });
  if (!result.ok) throw new Error(result.problem.message);
  return result.plan;
}

function problemOf(changes: Partial<MatrixRequest>) {
  const result = planMatrix({ ...request, ...changes });
  return result.ok ? null : result.problem;
}

describe("the axes of a matrix", () => {
  test("puts the first groups down and the rest across", () => {
    const plan = planOf({ template: "A {red|blue} house at {dawn|dusk}" });
    expect(plan).toMatchObject({ rows: ["red", "blue"], columns: ["dawn", "dusk"] });
    expect(plan.cells.map(({ row, column, prompt, labels }) => [row, column, prompt, labels])).toEqual([
      [0, 0, "A red house at dawn", ["red", "dawn"]],
      [0, 1, "A red house at dusk", ["red", "dusk"]],
      [1, 0, "A blue house at dawn", ["blue", "dawn"]],
      [1, 1, "A blue house at dusk", ["blue", "dusk"]],
    ]);
  });

  test("is one cell without an axis", () => {
    expect(planOf({})).toMatchObject({
      rows: [""],
      columns: [""],
      cells: [{ prompt: "A house", labels: [] }],
    });
  });

  test("cuts where the longer side is shortest", () => {
    const plan = planOf({
      template: "{a|b} {c|d} {e|f}",
      axes: [{ kind: "option", name: "quality", values: ["low", "medium", "high"] }],
    });
    expect([plan.rows.length, plan.columns.length]).toEqual([4, 6]);
    expect(plan.rows[1]).toBe("a · d");
    expect(plan.columns[5]).toBe("f · Quality High");
  });

  test("lays one axis in a row up to six places, and stands it in a column beyond", () => {
    expect(planOf({ template: "{1|2|3|4|5|6}" }).columns).toHaveLength(6);
    expect(planOf({ template: "{1|2|3|4|5|6|7}" }).rows).toHaveLength(7);
  });

  test("keeps a value that stands twice on an axis once", () => {
    const plan = planOf({
      template: "A {red| red |} house",
      axes: [{ kind: "option", name: "quality", values: ["low", "low"] }],
    });
    expect(plan.axes).toEqual([
      { title: "red| red |", labels: ["red", "(nothing)"] },
      { title: "Quality", labels: ["Quality Low"] },
    ]);
    expect(plan.cells).toHaveLength(2);
  });

  test("names the earlier cell where two cells are the same", () => {
    const plan = planOf({ template: "A {red|} {red|} house" });
    expect(plan.cells.map(({ prompt, sameAs }) => [prompt, sameAs])).toEqual([
      ["A red red house", null],
      ["A red house", null],
      ["A red house", { row: 0, column: 1 }],
      ["A house", null],
    ]);
  });

  test.each([
    [{ template: "A {red|blue" }, { field: "template", at: 2 }],
    [{ template: "  " }, { field: "template", message: "Write a prompt first." }],
    [
      {
        template: "{a|b|c|d|e|f|g}",
        axes: [{ kind: "option", name: "compression", values: [...Array(20).keys()] }],
      },
      { field: "axes", message: "This makes 140 cells; at most 100 go at once." },
    ],
    [
      { axes: [1, 2].map(() => ({ kind: "option" as const, name: "quality" as const, values: ["low"] })) },
      { field: "axes.1", message: "Quality is an axis already." },
    ],
  ] satisfies [Partial<MatrixRequest>, object][])(
    "refuses what makes no plan and names the field",
    (changes, problem) => {
      expect(problemOf(changes)).toMatchObject(problem);
    },
  );
});

describe("the cells of a matrix", () => {
  test("carries the options to each model and says what changed", () => {
    const plan = planOf({
      base: { ...base, options: { quality: "high", background: "opaque", partials: 2 } },
      axes: [{ kind: "model", values: [ids.gptImage2, "dall-e-3"] }],
    });
    expect(plan.columns).toEqual(["GPT Image 2", "DALL·E 3"]);
    expect(plan.cells[0]).toMatchObject({ options: { quality: "high", background: "opaque" }, notes: [] });
    expect(plan.cells[1]).toMatchObject({ modelId: "dall-e-3", options: { quality: "hd" }, problem: null });
    expect(plan.cells[1]?.notes).toContain("Quality High became HD.");
  });

  test("says an axis value in the model's words, and refuses one that it has no word for", () => {
    const plan = planOf({
      axes: [
        { kind: "model", values: [ids.gptImage2, "dall-e-3"] },
        { kind: "option", name: "background", values: ["opaque"] },
        { kind: "option", name: "quality", values: ["high"] },
      ],
    });
    const [own, other] = plan.cells;
    expect(own).toMatchObject({ options: { background: "opaque", quality: "high" }, problem: null });
    expect(other).toMatchObject({ problem: "DALL·E 3 does not take background Opaque." });
    expect(other?.notes).toContain("Quality High became HD.");
  });

  test("lets an axis win over the base, and never over another axis", () => {
    const formats = { kind: "option" as const, name: "outputFormat" as const, values: ["png", "jpeg"] };
    const loose = planOf({
      base: { ...base, options: { compression: 80, outputFormat: "webp" } },
      axes: [formats],
    });
    expect(loose.cells.map(({ options, problem }) => [options, problem])).toEqual([
      [{ outputFormat: "png" }, null],
      [{ outputFormat: "jpeg", compression: 80 }, null],
    ]);
    expect(loose.cells[0]?.notes).toEqual([
      "Compression was reset. Compression needs output format JPEG or WebP.",
    ]);

    const both = planOf({ axes: [{ kind: "option", name: "compression", values: [50] }, formats] });
    expect(both.cells.map(({ problem }) => problem)).toEqual([
      "Compression needs output format JPEG or WebP.",
      null,
    ]);
  });

  test("checks each cell as its model would", () => {
    const longer = planOf({
      template: `A {red|${"very ".repeat(300)}red} house`,
      base: { ...base, modelId: "dall-e-2", options: {} },
    });
    expect(longer.cells.map(({ problem }) => problem)).toEqual([
      null,
      "DALL·E 2 takes at most 1,000 characters.",
    ]);
    expect(planOf({ template: "{|a}" }).cells[0]?.problem).toBe("Write a prompt first.");
    const unknown = planOf({ axes: [{ kind: "model", values: [ids.gptImage2, "nobody"] }] });
    expect(unknown.cells[1]?.problem).toBe('The studio does not know the model "nobody".');
    const wrong = planOf({ axes: [{ kind: "option", name: "size", values: ["1000x1000"] }] });
    expect(wrong.cells[0]?.problem).toBe("Width and height must be multiples of 16.");
  });
});

describe("the sum of a matrix", () => {
  test("is exactly what its cells come to", () => {
    const plan = planOf({
      template: "A {red|blue|a very long and detailed} house {|at dawn|at dusk}",
      base: { ...base, imageCount: 3 },
      axes: [{ kind: "model", values: [ids.gptImage2, ids.gptImage1Mini, "dall-e-3"] }],
    });
    expect(plan.cells).toHaveLength(27);
    const micros = plan.cells.map(({ estimate }) => (estimate?.upperUsd ?? 0) * 1e6);
    for (const micro of micros) expect(Math.abs(micro - Math.round(micro))).toBeLessThan(1e-6);
    expect(toMicroUsd(plan.totals.upperUsd)).toBe(micros.reduce((sum, micro) => sum + Math.round(micro), 0));
    expect(plan.totals).toMatchObject({ cellCount: 27, imageCount: 81, unpricedCount: 0 });
  });

  test("leaves out struck cells and cells that cannot be sent", () => {
    const plan = planOf({
      base: { ...base, modelId: "dall-e-3", options: {} },
      axes: [{ kind: "option", name: "quality", values: ["standard", "hd", "ultra"] }],
      struck: [{ row: 0, column: 1 }],
    });
    expect(plan.cells.map(({ isStruck }) => isStruck)).toEqual([false, true, false]);
    expect(plan.totals).toEqual({
      lowerUsd: 0.04,
      upperUsd: 0.04,
      cellCount: 1,
      imageCount: 1,
      unpricedCount: 0,
    });
    expect(totalsOf(plan.cells)).toEqual(plan.totals);
  });

  test("counts the cells without a price, and costs nothing offline", () => {
    const withUnknown = new Map([...models, ["new-model", fallbackModel("new-model")]]);
    const axes = [{ kind: "model" as const, values: [ids.gptImage2, "new-model"] }];
    expect(planOf({ models: withUnknown, axes }).totals).toMatchObject({ cellCount: 2, unpricedCount: 1 });
    expect(planOf({ models: withUnknown, axes, isFree: true }).totals).toMatchObject({
      ...{ lowerUsd: 0, upperUsd: 0, unpricedCount: 0 },
    });
  });
});
