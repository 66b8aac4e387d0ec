import { expect } from "@playwright/test";
import type { ImageModel } from "@/lib/domain/models/image-model";
import { optionNamesOf } from "@/lib/domain/models/image-model";
import { withInitialOptions } from "@/lib/domain/models/options/initial-options";
import { chosenEntries, OPTION_NAMES, OPTIONS, type OptionValues } from "@/lib/domain/models/options/option";
import { effectiveValue } from "@/lib/domain/models/options/option-rules";
import type { Option } from "@/lib/domain/models/options/option-schema";
import { test } from "./fixtures";
import { MODELS, SINGLE, STREAMED } from "./support/models";
import type { StudioPage } from "./support/studio-page";

for (const model of MODELS) {
  test(`sends what was chosen and nothing else: ${model.label}`, async ({ ui, api }) => {
    await expect(ui.generate).toBeEnabled();
    await ui.model.selectOption({ label: model.label });
    await test.step("shows the controls of the row and no others", async () => {
      for (const name of OPTION_NAMES) {
        const count = model.options[name] === undefined ? 0 : 1;
        await expect(ui.option(OPTIONS[name].label), OPTIONS[name].label).toHaveCount(count);
      }
    });
    for (const [round, options] of roundsOf(model).entries()) {
      const prompt = `${model.label}, round ${round}`;
      if (round > 0) await ui.composer.getByRole("button", { name: "Reset options" }).click();
      await choose(ui, options);
      await ui.prompt.fill(prompt);
      await ui.generate.click();
      await expect(ui.tiles(prompt)).toHaveCount(1);
      await expect
        .poll(async () => (await api.callsOf(prompt)).map(({ body }) => body))
        .toEqual([expectedBody(model, prompt, options)]);
      const [call] = await api.callsOf(prompt);
      await expect.poll(async () => (await api.callsOf(prompt))[0]?.status, call?.path).toBe(200);
    }
  });
}

test("makes one call a picture where pictures develop live", async ({ ui, api }) => {
  const prompt = "four that develop";
  await ui.generateFrom({ prompt, model: STREAMED.label, images: 4 });
  await ui.expectFinished(prompt, 4);
  const bodies = (await api.callsOf(prompt)).map(({ body }) => body);
  expect(bodies).toEqual(Array(4).fill(expect.objectContaining({ n: 1, stream: true })));
});

test("makes ten calls for ten pictures of a model that gives one a call", async ({ ui, api }) => {
  const prompt = "ten of one";
  await ui.generateFrom({ prompt, model: SINGLE.label, images: 10 });
  await ui.expectFinished(prompt, 10);
  const bodies = (await api.callsOf(prompt)).map(({ body }) => body);
  expect(bodies).toEqual(Array(10).fill(expect.objectContaining({ n: 1 })));
});

/** All choices for the first row of its kind; one mixed round for rows that take the same options. */
function roundsOf(model: ImageModel): OptionValues[] {
  const kind = ({ options, rules }: ImageModel) => JSON.stringify([options, rules]);
  const isFirst = MODELS.find((other) => kind(other) === kind(model)) === model;
  return isFirst ? rounds(model) : rounds(model).slice(1, 2);
}

/** Choices that between them have every value of every option of a row once, and break no rule. */
function rounds(model: ImageModel): OptionValues[] {
  const count = Math.max(...optionNamesOf(model).map((name) => valuesOf(model.options[name]).length));
  return Array.from({ length: count }, (_, round) => {
    const options: OptionValues = {};
    for (const [place, name] of optionNamesOf(model).entries()) {
      const values = valuesOf(model.options[name]);
      // Each option is one step ahead of the one before, so that rounds mix values.
      const value = values[(round + place) % values.length];
      if (value !== undefined) options[name] = value;
    }
    for (const rule of model.rules) {
      const isMet = rule.oneOf.includes(String(effectiveValue(model, options, rule.needs)));
      const isMeant = rule.values === null || rule.values.includes(String(options[rule.option]));
      if (isMeant && !isMet) delete options[rule.option];
    }
    return options;
  });
}

function valuesOf(option: Option | undefined): (string | number)[] {
  switch (option?.kind) {
    case undefined:
      return [];
    case "choice":
      return [...option.values];
    case "size":
      return option.custom
        ? [...option.presets, `${option.custom.multipleOf * 70}x${option.custom.multipleOf * 60}`]
        : [...option.presets];
    case "range":
      return [option.max, option.min, Math.ceil((option.min + option.max) / 2)];
  }
}

async function choose(ui: StudioPage, options: OptionValues): Promise<void> {
  for (const [name, value] of chosenEntries(options)) {
    const control = ui.option(OPTIONS[name].label);
    if (typeof value === "number") await control.fill(String(value));
    else if (name === "size") await ui.chooseSize(value);
    else await control.selectOption(value);
  }
}

function expectedBody(model: ImageModel, prompt: string, options: OptionValues): object {
  const sent = chosenEntries(withInitialOptions(model, options));
  const fields = Object.fromEntries(sent.map(([name, value]) => [OPTIONS[name].wire, value]));
  return {
    model: model.id,
    prompt,
    n: 1,
    ...fields,
    ...("partial_images" in fields && { stream: true }),
    ...(model.takesResponseFormat && { response_format: "b64_json" }),
  };
}
