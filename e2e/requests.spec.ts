import { expect } from "@playwright/test";
import type { ImageModel } from "@/lib/domain/models/image-model";
import { optionNamesOf } from "@/lib/domain/models/image-model";
import { withInitialOptions } from "@/lib/domain/models/options/initial-options";
import { chosenEntries, OPTIONS, type OptionValues } from "@/lib/domain/models/options/option";
import { effectiveValue } from "@/lib/domain/models/options/option-rules";
import type { Option } from "@/lib/domain/models/options/option-schema";
import { test } from "./fixtures";
import { MODELS, SINGLE, STREAMED } from "./support/models";
import type { StudioPage } from "./support/studio-page";

// Every value of every row is sent in composer.test.tsx; here one mixed choice goes the whole way to the provider.
for (const model of MODELS) {
  test(`sends what was chosen and nothing else: ${model.label}`, async ({ ui, api }) => {
    await expect(ui.generate).toBeEnabled();
    await ui.model.selectOption({ label: model.label });
    const options = mixedOptions(model);
    const prompt = `${model.label}, mixed`;
    await choose(ui, options);
    await ui.prompt.fill(prompt);
    await ui.generate.click();
    await ui.expectFinished(prompt);
    const calls = await api.callsOf(prompt);
    expect(calls.map(({ body, status }) => [body, status])).toEqual([
      [expectedBody(model, prompt, options), 200],
    ]);
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

/** A value of every option, each option a place further than the one before, that together break no rule. */
function mixedOptions(model: ImageModel): OptionValues {
  const options: OptionValues = {};
  for (const [place, name] of optionNamesOf(model).entries()) {
    const values = valuesOf(model.options[name]);
    const value = values[(1 + place) % values.length];
    if (value !== undefined) options[name] = value;
  }
  for (const rule of model.rules) {
    const isMet = rule.oneOf.includes(String(effectiveValue(model, options, rule.needs)));
    const isMeant = rule.values === null || rule.values.includes(String(options[rule.option]));
    if (isMeant && !isMet) delete options[rule.option];
  }
  return options;
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
