import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
import { expect, test } from "vitest";
import { answerRequests } from "@/lib/client/testing/answer-requests";
import { renderInStudio } from "@/lib/client/testing/render-in-studio";
import { AppError } from "@/lib/domain/errors/app-error";
import { errorBodyOf } from "@/lib/domain/errors/error-body";
import { sampleGeneration, sampleSession } from "@/lib/domain/gallery/events.fixture";
import { generationInputSchema } from "@/lib/domain/generation/generation";
import { providerRequest } from "@/lib/domain/generation/request/provider-request";
import { type ImageModel, optionNamesOf } from "@/lib/domain/models/image-model";
import { everyModel, modelLabelled } from "@/lib/domain/models/image-models.fixture";
import { withInitialOptions } from "@/lib/domain/models/options/initial-options";
import { chosenEntries, OPTION_NAMES, OPTIONS, type OptionValues } from "@/lib/domain/models/options/option";
import { effectiveValue } from "@/lib/domain/models/options/option-rules";
import type { Option } from "@/lib/domain/models/options/option-schema";
import { DIALECTS } from "@/lib/domain/providers/dialect";
import { Composer } from "./composer";

const STREAMED = modelLabelled("GPT Image 1");
const PLAIN = modelLabelled("DALL·E 2");

/** The composer once it can be used, and what it posts. */
async function show({ refuse }: { refuse?: () => Response } = {}) {
  const asked = answerRequests(({ method, path }) => {
    if (method !== "POST" || path !== "/api/generations") return Response.json({});
    return refuse?.() ?? Response.json({ generation: sampleGeneration, images: [] }, { status: 201 });
  });
  const { user } = renderInStudio(<Composer />);
  const form = within(screen.getByRole("form", { name: "Composer" }));
  const generate = await waitFor(() => {
    const button = form.getByRole("button", { name: "Generate" });
    expect(button).toBeEnabled();
    return button;
  });
  return {
    ...{ user, generate },
    form: screen.getByRole("form", { name: "Composer" }),
    prompt: form.getByRole("textbox", { name: "Prompt" }),
    model: form.getByRole("combobox", { name: "Model" }),
    option: (label: string) => form.getByLabelText(label),
    findOption: (label: string) => form.queryByLabelText(label),
    posted: () => asked.filter(({ method }) => method === "POST").map(({ body }) => body),
    async choose(model: ImageModel) {
      await user.selectOptions(form.getByRole("combobox", { name: "Model" }), model.label);
    },
    type: (text: string) =>
      fireEvent.change(form.getByRole("textbox", { name: "Prompt" }), { target: { value: text } }),
    errors: () => form.getByRole("alert"),
  };
}

type Shown = Awaited<ReturnType<typeof show>>;

test("offers every row of the table once", async () => {
  const { model } = await show();
  const labels = within(model)
    .getAllByRole("option")
    .map(({ textContent }) => textContent);
  expect(labels.toSorted()).toEqual(everyModel.map(({ label }) => label).toSorted());
});

test.each(everyModel)(
  "shows the controls of the row and no others, with all their values: $label",
  async (model) => {
    const shown = await show();
    await shown.choose(model);
    for (const name of OPTION_NAMES) {
      const option = model.options[name];
      const control = shown.findOption(OPTIONS[name].label);
      if (!option) expect(control, name).toBeNull();
      else if (option.kind === "range")
        expect(control, name).toMatchObject({ min: String(option.min), max: String(option.max) });
      else expect(valuesOf(control), name).toEqual(listedOf(option));
    }
  },
);

test.each(everyModel)("sends what was chosen and nothing else: $label", async (model) => {
  const shown = await show();
  await shown.choose(model);
  for (const [round, options] of roundsOf(model).entries()) {
    if (round > 0) fireEvent.click(screen.getByText("Reset options"));
    for (const [name, value] of chosenEntries(options)) await choose(shown, OPTIONS[name].label, value);
    const prompt = `${model.label}, round ${round}`;
    shown.type(prompt);
    fireEvent.click(shown.generate);
    await waitFor(() => expect(shown.posted()).toHaveLength(round + 1));
    await waitFor(() => expect(shown.generate).toBeEnabled());
    const { sessionId, imageCount, ...input } = generationInputSchema(model).parse(shown.posted()[round]);
    expect({ sessionId, imageCount }).toEqual({ sessionId: sampleSession.id, imageCount: 1 });
    expect(input).toMatchObject({ prompt, options: withInitialOptions(model, options) });
    if (model.endpoint !== "images") continue;
    expect(providerRequest(model, input, imageCount, DIALECTS.openai).body).toEqual(
      expectedBody(model, prompt, options),
    );
  }
});

test("resolves transparent with jpeg, and says why", async () => {
  const { choose, option, form, user } = await show();
  await choose(STREAMED);
  await user.selectOptions(option("Background"), "transparent");
  await user.selectOptions(option("Output format"), "jpeg");
  expect(form).toHaveTextContent(
    "Background was reset. Background Transparent needs output format PNG or WebP.",
  );
  expect(option("Background")).toHaveValue("auto");
  await user.selectOptions(option("Background"), "transparent");
  expect(option("Output format")).toHaveValue("png");
  expect(form).toHaveTextContent("Output format is now PNG.");
});

test("keeps compression disabled with the reason until the format is lossy", async () => {
  const { choose, option, form, user } = await show();
  await choose(STREAMED);
  expect(option("Compression")).toBeDisabled();
  expect(option("Compression")).toHaveAccessibleDescription(/[Nn]eeds output format JPEG or WebP\./);
  for (const format of ["jpeg", "webp"]) {
    await user.selectOptions(option("Output format"), format);
    expect(option("Compression")).toBeEnabled();
  }
  fireEvent.input(option("Compression"), { target: { value: "40" } });
  await user.selectOptions(option("Output format"), "png");
  expect(option("Compression")).toBeDisabled();
  expect(form).toHaveTextContent("Compression was reset.");
});

test("checks a typed size at every key, and sends none that is wrong", async () => {
  const shown = await show();
  const free = everyModel.find(
    ({ options }) => options.size?.kind === "size" && options.size.custom !== null,
  );
  if (!free) throw new Error("No row takes any size.");
  await shown.choose(free);
  await shown.user.selectOptions(shown.option("Size"), "Custom");
  const typeSize = (width: string, height: string) => {
    fireEvent.change(shown.option("Width"), { target: { value: width } });
    fireEvent.change(shown.option("Height"), { target: { value: height } });
  };
  for (const [width, height, problem] of [
    ["1000", "1024", /multiples of 16/],
    ["3856", "2048", /longest edge may be 3840/],
    ["3200", "1024", /ratio/],
    ["512", "512", /At least 655,360 pixels/],
    ["3840", "3200", /At most 8,294,400 pixels/],
    ["", "1024", /whole numbers/],
  ] as const) {
    typeSize(width, height);
    expect(shown.option("Width")).toHaveAccessibleDescription(problem);
  }
  shown.type("a size that is wrong");
  await shown.user.click(shown.generate);
  await waitFor(() => expect(shown.option("Width")).toHaveFocus());
  expect(shown.posted()).toEqual([]);
  typeSize("1280", "1024");
  expect(shown.option("Width")).not.toBeInvalid();
  await shown.user.click(shown.generate);
  await waitFor(() => expect(shown.posted()).toMatchObject([{ options: { size: "1280x1024" } }]));
});

test("refuses an empty prompt and one that is too long, at the prompt", async () => {
  const { choose, type, prompt, user, generate, posted } = await show();
  await choose(PLAIN);
  type("   ");
  await user.click(generate);
  await waitFor(() => expect(prompt).toHaveFocus());
  expect(prompt).toHaveAccessibleDescription(/Write a prompt first/);
  type("a".repeat(PLAIN.promptCharsMax + 1));
  expect(prompt).toBeInvalid();
  await user.click(generate);
  await waitFor(() => expect(prompt).toHaveAccessibleDescription(/at most 1,000 characters/));
  expect(posted()).toEqual([]);
  await choose(STREAMED);
  await waitFor(() => expect(prompt).not.toBeInvalid());
});

test("keeps, maps or drops choices when the model changes, and says which", async () => {
  const { choose, option, form, prompt, type, user } = await show();
  await choose(modelLabelled("DALL·E 3"));
  await user.selectOptions(option("Quality"), "hd");
  await user.selectOptions(option("Style"), "natural");
  await user.selectOptions(option("Size"), "1792x1024");
  type("kept words");
  await choose(STREAMED);
  expect(option("Quality")).toHaveValue("high");
  expect(option("Size")).toHaveValue("1536x1024");
  expect(form).toHaveTextContent("Dropped: Style Natural.");
  expect(form).toHaveTextContent("Quality HD is now High.");
  expect(prompt).toHaveValue("kept words");
});

test("counts from 1 to 10 pictures", async () => {
  const { option, user, type, generate, posted } = await show();
  const [fewer, more] = ["One fewer", "One more"].map((name) => screen.getByRole("button", { name }));
  if (!fewer || !more) throw new Error("There is no stepper.");
  expect(fewer).toBeDisabled();
  for (let press = 0; press < 9; press += 1) await user.click(more);
  expect(option("Images")).toHaveValue(10);
  expect(more).toBeDisabled();
  type("ten of them");
  await user.click(generate);
  await waitFor(() => expect(posted()).toMatchObject([{ imageCount: 10 }]));
});

test("shows a refusal of the server at the field that it names", async () => {
  const fields = [{ field: "options.size", message: "Both edges must be multiples of 16." }];
  const error = new AppError("invalid_input", { fields });
  const refused = await show({ refuse: () => Response.json(errorBodyOf(error), { status: 400 }) });
  await refused.choose(STREAMED);
  refused.type("refused by the server");
  await refused.user.click(refused.generate);
  await waitFor(() => expect(refused.option("Size")).toHaveFocus());
  expect(refused.option("Size")).toHaveAccessibleDescription(/multiples of 16/);
  expect(refused.prompt).toHaveValue("refused by the server");
  expect(refused.errors()).toBeEmptyDOMElement();
});

test("says what no field can show, keeps what was typed, and sends the same key again", async () => {
  let isThere = false;
  const { type, user, generate, errors, prompt, posted } = await show({
    refuse: () => {
      if (!isThere) throw new TypeError("fetch failed");
      return Response.json({ generation: sampleGeneration, images: [] }, { status: 201 });
    },
  });
  type("sent twice, made once");
  await user.click(generate);
  await waitFor(() => expect(errors()).toHaveTextContent("The studio does not answer."));
  expect(errors()).toHaveTextContent("It may have been billed. Your prompt is kept.");
  expect(prompt).toHaveValue("sent twice, made once");
  isThere = true;
  const before = posted().length;
  await user.click(generate);
  await waitFor(() => expect(errors()).toBeEmptyDOMElement());
  const keys = posted().map((body) => Reflect.get(Object(body), "idempotencyKey"));
  expect(posted()).toHaveLength(before + 1);
  expect(new Set(keys).size).toBe(1);
});

/** What a list offers, without the entry for a size of one's own. */
function valuesOf(control: HTMLElement | null): string[] {
  return control instanceof HTMLSelectElement
    ? [...control.options].map(({ value }) => value).filter((value) => value !== "custom")
    : [];
}

function listedOf(option: Exclude<Option, { kind: "range" }>): string[] {
  return option.kind === "size" ? [...option.presets] : [...option.values];
}

async function choose(
  { option, user }: { option: Shown["option"]; user: UserEvent },
  label: string,
  value: string | number,
): Promise<void> {
  const control = option(label);
  if (typeof value === "number") {
    fireEvent.input(control, { target: { value: String(value) } });
  } else if (valuesOf(control).includes(value)) fireEvent.change(control, { target: { value } });
  else {
    const [width = "", height = ""] = value.split("x");
    await user.selectOptions(control, "Custom");
    fireEvent.change(option("Width"), { target: { value: width } });
    fireEvent.change(option("Height"), { target: { value: height } });
  }
}

/** All choices for the first row of its kind; one mixed round for rows that take the same options. */
function roundsOf(model: ImageModel): OptionValues[] {
  const kind = ({ options, rules }: ImageModel) => JSON.stringify([options, rules]);
  const isFirst = everyModel.find((other) => kind(other) === kind(model)) === model;
  return isFirst ? rounds(model) : rounds(model).slice(1, 2);
}

/** Choices that between them have every value of every option of a row once, and break no rule. */
function rounds(model: ImageModel): OptionValues[] {
  const count = Math.max(...optionNamesOf(model).map((name) => choicesOf(model.options[name]).length));
  return Array.from({ length: count }, (_, round) => {
    const options: OptionValues = {};
    for (const [place, name] of optionNamesOf(model).entries()) {
      const values = choicesOf(model.options[name]);
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

function choicesOf(option: Option | undefined): (string | number)[] {
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

function expectedBody(model: ImageModel, prompt: string, options: OptionValues): object {
  const sent = chosenEntries(withInitialOptions(model, options));
  const fields = Object.fromEntries(sent.map(([name, value]) => [OPTIONS[name].wire, value]));
  return {
    ...{ model: model.wireId, prompt, n: 1, ...fields },
    ...("partial_images" in fields && { stream: true }),
    ...(model.takesResponseFormat && { response_format: "b64_json" }),
  };
}
