import { expect, type Locator, type Page } from "@playwright/test";

export type Recipe = {
  prompt: string;
  /** The model's label. */
  model?: string;
  /** By the option's label; the words of a list's entry, or a number for a scale. */
  options?: Record<string, string | number>;
  images?: number;
};

/** The studio's page as a person finds it: by the names of its controls, never by its markup. */
export function studioPage(page: Page) {
  const composer = page.getByRole("form", { name: "Composer" });
  const gallery = page.getByRole("region", { name: "Gallery" });
  const studio = {
    composer,
    gallery,
    prompt: composer.getByRole("textbox", { name: "Prompt" }),
    model: composer.getByRole("combobox", { name: "Model" }),
    images: composer.getByRole("spinbutton", { name: "Images" }),
    generate: composer.getByRole("button", { name: "Generate" }),
    option: (label: string) => composer.getByLabel(label, { exact: true }),

    /** The tiles of a prompt, in their order. */
    tiles(prompt: string): Locator {
      return gallery.getByRole("listitem").filter({ has: page.getByRole("img", { name: prompt }) });
    },
    /** Chooses a size of the list, or types one that is not in it. */
    async chooseSize(size: string): Promise<void> {
      const control = studio.option("Size");
      const isListed = (await control.locator(`option[value="${size}"]`).count()) > 0;
      await control.selectOption(isListed ? size : { label: "Custom" });
      if (isListed) return;
      const [width = "", height = ""] = size.split("x");
      await studio.option("Width").fill(width);
      await studio.option("Height").fill(height);
    },
    /** Fills the form, and leaves alone what the recipe does not name. */
    async compose({ prompt, model, options = {}, images }: Recipe): Promise<void> {
      await expect(studio.generate).toBeEnabled();
      if (model) await studio.model.selectOption({ label: model });
      for (const [label, value] of Object.entries(options)) {
        const control = studio.option(label);
        if (typeof value === "number") await control.fill(String(value));
        else await control.selectOption({ label: value });
      }
      if (images) await studio.images.fill(String(images));
      await studio.prompt.fill(prompt);
    },
    /** Fills the form and submits it; resolves when the tiles are there. */
    async generateFrom(recipe: Recipe): Promise<void> {
      await studio.compose(recipe);
      await studio.generate.click();
      await expect(studio.tiles(recipe.prompt)).toHaveCount(recipe.images ?? 1);
    },
    /** Waits until every picture of a prompt is finished. */
    async expectFinished(prompt: string, count = 1): Promise<void> {
      const finished = studio.tiles(prompt).filter({ has: page.getByRole("button", { name: "Download" }) });
      await expect(finished).toHaveCount(count);
    },
    /** Waits until every picture of a prompt shows its final; fingers have no download on the tile. */
    async expectShown(prompt: string, count: number): Promise<void> {
      for (let place = 0; place < count; place += 1) {
        await expect(studio.picture(prompt).nth(place)).toHaveAttribute("src", /\/thumbnail-/);
      }
    },
    /** The one picture of a prompt, whatever it shows. */
    picture: (prompt: string) => gallery.getByRole("img", { name: prompt }),
    /** What stops the newest generation that is under way. */
    cancel: (prompt: string) =>
      gallery
        .getByRole("article")
        .filter({ has: page.getByRole("heading", { name: prompt }) })
        .getByRole("button", { name: "Cancel" }),
    /** The download of a finished picture; pictures that are not finished have none. */
    download: (within: Locator) => within.getByRole("button", { name: "Download" }),
  };
  return studio;
}

export type StudioPage = ReturnType<typeof studioPage>;
