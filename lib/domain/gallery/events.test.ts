import { expect, test } from "vitest";
import { isEnded } from "@/lib/domain/generation/is-ended";
import { type StudioEvent, studioEventSchema } from "./events";
import { sampleGeneration, sampleImages, sampleSession } from "./events.fixture";

const images = sampleImages();

test.each(Object.entries(images))("tells a browser of a picture that is %s", (state, image) => {
  const event: StudioEvent = { type: "image-changed", image };
  expect(studioEventSchema.parse(JSON.parse(JSON.stringify(event)))).toEqual(event);
  expect(isEnded(image)).toBe(state !== "waiting" && state !== "developing");
});

test("tells a browser of a session, a generation and all of it at once", () => {
  const gallery = {
    session: sampleSession,
    generations: [sampleGeneration],
    images: Object.values(images),
    matrices: [],
    olderCursor: null,
  };
  const events: StudioEvent[] = [
    { type: "snapshot", gallery },
    { type: "generation-changed", generation: sampleGeneration },
    { type: "session-changed", session: sampleSession },
  ];
  for (const event of events)
    expect(studioEventSchema.parse(JSON.parse(JSON.stringify(event)))).toEqual(event);
});

test.each([
  [{ type: "image-changed" }],
  [{ type: "something-else", image: images.waiting }],
  [{ type: "image-changed", image: { ...images.completed, thumbnailUrl: undefined } }],
  [{ type: "image-changed", image: { ...images.failed, failure: null } }],
  [null],
  [[]],
])("takes %j for nothing that it knows", (event) => {
  expect(studioEventSchema.safeParse(event).success).toBe(false);
});
