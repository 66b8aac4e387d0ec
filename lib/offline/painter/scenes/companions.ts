import "server-only";
import { mix } from "@/lib/offline/painter/color/color";
import { type Ring, rect } from "@/lib/offline/painter/draw/geometry";
import { area, moveShapes, type Shape } from "@/lib/offline/painter/draw/shape";
import type { Scene } from "@/lib/offline/painter/scene";
import { broadleaf } from "@/lib/offline/painter/shapes/broadleaf";
import { own } from "@/lib/offline/painter/subjects/motif";
import { pine } from "@/lib/offline/painter/subjects/trees";
import type { SubjectKind } from "@/lib/offline/painter/words/brief";

type Companions = { behind: Shape[]; before: Shape[] };

/** What usually stands about a thing, so that it is not set down on bare ground: trees, a fence. */
export function companionsOf(
  scene: Scene,
  kind: SubjectKind,
  x: number,
  y: number,
  scale: number,
): Companions {
  if (
    !["house", "church", "windmill"].includes(kind) ||
    scene.brief.place === "village" ||
    scene.brief.place === "sea"
  )
    return { behind: [], before: [] };
  const random = scene.random.fork(`companions${kind}`);
  const { light, palette } = scene;
  const tall = scale * 100;
  const evergreen = scene.brief.place !== "meadow" || scene.brief.season === "winter";
  const tree = (dx: number, dy: number, high: number, index: number): Shape[] =>
    evergreen
      ? moveShapes(pine({ ...scene, random: scene.random.fork(`by${index}`) }, null), {
          x: x + dx * tall,
          y: y + dy * tall,
          scale: scale * high,
        })
      : broadleaf(scene, `by${index}`, x + dx * tall, y + dy * tall, tall * high, 0.8);
  const wood = mix(own(scene, null, [0.9, 0.03, 80]), palette.near, 0.15);
  const posts: Ring[] = Array.from({ length: 9 }, (_, index) =>
    rect(x + light * tall * (1 + index * 0.2), y + tall * (0.06 + 0.012 * index), tall * 0.03, tall * 0.2),
  );
  const rails: Ring[] = [0.05, 0.13].map(
    (drop): Ring => [
      [x + light * tall, y + tall * (0.06 + drop)],
      [x + light * tall * 2.62, y + tall * (0.16 + drop)],
      [x + light * tall * 2.62, y + tall * (0.185 + drop)],
      [x + light * tall, y + tall * (0.085 + drop)],
    ],
  );
  return {
    behind: [
      ...tree(-light * 0.95, 0.0, random.range(1.5, 1.75), 0),
      ...tree(light * 0.9, -0.02, random.range(1, 1.2), 1),
      ...(evergreen ? tree(-light * 1.35, 0.03, 1.15, 2) : []),
    ],
    before: evergreen ? [] : [area([...posts, ...rails], wood, { role: "detail" })],
  };
}
