import { screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { renderInStudio } from "@/lib/client/testing/render-in-studio";
import { APP_ERRORS, AppError, type AppErrorCode } from "@/lib/domain/errors/app-error";
import { billedWords, failureOf } from "@/lib/domain/errors/failure";
import { sampleGeneration, sampleImages } from "@/lib/domain/gallery/events.fixture";
import type { Generation } from "@/lib/domain/generation/generation";
import type { Image } from "@/lib/domain/generation/image";
import { everyModel, modelLabelled } from "@/lib/domain/models/image-models.fixture";
import { Tile } from "./tile";
import { TileContext, type TileTools } from "./tile-context";

const images = sampleImages();

function tools() {
  return {
    ...{ models: everyModel, isOffline: false },
    ...{ toggleFavourite: vi.fn(), toggleRejected: vi.fn(), remove: vi.fn() },
    ...{ toggleFlag: vi.fn(), removeAll: vi.fn(), cancel: vi.fn() },
    ...{ open: vi.fn(), iterate: vi.fn() },
    selection: { toggle: vi.fn(), extend: vi.fn(), selectAll: vi.fn(), press: vi.fn(() => false) },
  } satisfies TileTools;
}

function show(image: Image, changes: Partial<Generation> = {}) {
  const generation = { ...sampleGeneration, ...changes };
  const context = tools();
  const shown = renderInStudio(
    <TileContext value={context}>
      <ul>
        <Tile generation={generation} image={image} width="200px" isTabStop isOpen={false} />
      </ul>
    </TileContext>,
  );
  return { ...shown, ...context, generation, tile: screen.getByRole("listitem") };
}

/** The actions of a finished picture, by name. */
const ACTIONS = ["Favourite", "Download", "Iterate", "Delete"];
const actionsIn = () => ACTIONS.filter((name) => screen.queryByRole("button", { name }) !== null);

test("says of a picture that is not sent that it waits, and until when", () => {
  const { tile, unmount } = show(images.waiting);
  expect(tile).toHaveTextContent(/^Waiting$/);
  expect(actionsIn()).toEqual([]);
  unmount();
  const { tile: paused } = show({ ...images.waiting, retryAt: "2026-11-22T12:01:00.000Z" });
  expect(paused).toHaveTextContent("The provider asked for a pause. Sends again at");
});

test.each([
  ["waiting", "Waiting for storage"],
  ["developing", "Finished; waiting for storage"],
] as const)("says of a %s picture that it waits for storage", (state, words) => {
  expect(show({ ...images[state], waitsFor: "storage" }).tile).toHaveTextContent(words);
});

test("says how far a picture has developed, and shows the preview it has come to", () => {
  const { tile, unmount } = show(images.developing, { options: { partials: 3 } });
  expect(tile).toHaveTextContent("Developing");
  expect(tile).not.toHaveTextContent("preview");
  unmount();
  const preview = { url: "/i/x/partial-1", partialIndex: 1 };
  const { tile: later } = show({ ...images.developing, preview }, { options: { partials: 3 } });
  expect(later).toHaveTextContent("Developing, preview 2 of 3");
  expect(actionsIn()).toEqual([]);
});

test("offers what can be done with a finished picture, and says nothing over it", async () => {
  const { tile, user, generation, toggleFavourite, iterate, remove, open } = show(images.completed);
  expect(tile).toHaveTextContent(/^(FavouriteF|DownloadD|IterateI|DeleteBackspace|\W)*$/i);
  expect(actionsIn()).toEqual(ACTIONS);
  expect(screen.getByRole("button", { name: "Download" })).toHaveAttribute("href", "/i/x/original-0");
  await user.click(screen.getByRole("button", { name: "Favourite" }));
  expect(toggleFavourite).toHaveBeenCalledWith(images.completed);
  await user.click(screen.getByRole("button", { name: "Iterate" }));
  expect(iterate).toHaveBeenCalledWith({ generation, parentImageId: images.completed.id });
  await user.click(screen.getByRole("button", { name: "Delete" }));
  expect(remove).toHaveBeenCalledWith(images.completed);
  await user.click(screen.getByRole("button", { name: "a fox, 3 of 6" }));
  expect(open).toHaveBeenCalledWith(images.completed.id);
});

test("tells a sketch, a favourite and a rejected picture from others", () => {
  const { tile, unmount } = show(images.completed, { isSketch: true });
  expect(tile).toHaveTextContent("Sketch");
  unmount();
  const favourite = show({ ...images.completed, favourite: true });
  expect(screen.getByRole("button", { name: "Favourite" })).toHaveAttribute("aria-pressed", "true");
  favourite.unmount();
  const { tile: rejected } = show({ ...images.completed, rejected: true }, { isSketch: true });
  expect(rejected).toHaveTextContent("Rejected");
  expect(rejected).not.toHaveTextContent("Sketch");
});

test.each([
  ["failed", "Failed: "],
  ["cancelled", "Cancelled: "],
  ["unknown", "Outcome unknown. "],
] as const)("says of a %s picture what happened, was it billed and what to do", (state, head) => {
  const { failure } = images[state];
  const { tile, unmount } = show(images[state]);
  expect(tile).toHaveTextContent(`${head}${failure.message}${billedWords(failure)}${failure.todo}`);
  expect(tile).toHaveTextContent("Preview only");
  expect(actionsIn()).toEqual([]);
  unmount();
  expect(show({ ...images[state], preview: null }).tile).not.toHaveTextContent("Preview only");
});

const codes = Object.keys(APP_ERRORS).filter((code): code is AppErrorCode => code in APP_ERRORS);

test.each(codes)("says in words what the table says of %s", (code) => {
  const failure = failureOf(new AppError(code));
  const { tile } = show({ ...images.failed, failure });
  for (const words of [APP_ERRORS[code].what, billedWords(failure), failure.todo])
    expect(tile).toHaveTextContent(words);
});

test("puts the recipe of a picture that did not come back into the composer, and sends nothing", async () => {
  const { user, iterate, generation } = show(images.unknown);
  await user.click(screen.getByRole("button", { name: "Try again" }));
  expect(iterate).toHaveBeenCalledExactlyOnceWith({ generation, parentImageId: null });
});

test("offers the model that follows one that is gone", async () => {
  const gone = modelLabelled("DALL·E 2");
  const successor = everyModel.find(({ id }) => id === gone.lifecycle.successor);
  const failure = failureOf(new AppError("model_not_found"));
  const { user, iterate } = show({ ...images.failed, failure }, { modelId: gone.id });
  await user.click(screen.getByRole("button", { name: `Use ${successor?.label}` }));
  expect(iterate.mock.calls[0]?.[0].generation).toMatchObject({ modelId: successor?.id, prompt: "a fox" });
});

test("is chosen by its box, and by a press where that was meant", async () => {
  const { user, selection, open } = show(images.completed);
  await user.click(screen.getByRole("checkbox", { name: "Select picture 3 of 6" }));
  expect(selection.toggle).toHaveBeenCalledWith(images.completed.id);
  selection.press.mockReturnValue(true);
  await user.click(screen.getByRole("button", { name: "a fox, 3 of 6" }));
  expect(open).not.toHaveBeenCalled();
});
