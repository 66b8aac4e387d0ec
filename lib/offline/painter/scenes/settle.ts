import "server-only";
import { mix } from "@/lib/offline/painter/color/color";
import { ellipse, type Point, type Ring, smooth } from "@/lib/offline/painter/draw/geometry";
import { area, moveShapes, type Shape } from "@/lib/offline/painter/draw/shape";
import type { Scene } from "@/lib/offline/painter/scene";
import { reflection } from "@/lib/offline/painter/shapes/water";
import type { Spot, Stage } from "@/lib/offline/painter/stages/stage";
import type { Subject } from "@/lib/offline/painter/subjects/motifs";
import type { Mention } from "@/lib/offline/painter/words/brief";
import { companionsOf } from "./companions";

/** A soft patch of shade where a thing touches the ground. */
function footing(scene: Scene, x: number, y: number, width: number): Shape {
  return area(
    ellipse(x - scene.light * width * 0.25, y, width, width * 0.13, 24),
    mix(scene.palette.near, scene.palette.ink, 0.5),
    { role: "light", opacity: 0.32 },
  );
}

/** A bough from the nearer edge of the picture, tapering past the spot it carries. */
function bough(scene: Scene, x: number, y: number): Shape[] {
  const { width, size, palette } = scene;
  const way = x < width / 2 ? 1 : -1;
  const from = way === 1 ? -20 : width + 20;
  const tip = x + way * size * 0.24;
  const wood = mix(palette.land(0.95, "wood", -0.08), palette.near, 0.4);
  const spine = smooth(
    [
      [from, y + size * 0.05],
      [(from + x) / 2, y + size * 0.012],
      [x, y + size * 0.012],
      [tip, y - size * 0.03],
    ],
    false,
    8,
  );
  const thick = (index: number) => size * 0.03 * (1 - index / spine.length) + 1.2;
  const twig = (at: number, rise: number): Ring => [
    [x + way * at, y + size * 0.01],
    [x + way * (at + size * 0.07), y - rise],
    [x + way * (at + size * 0.012), y + size * 0.016],
  ];
  const leaf = palette.land(0.9, "foliage");
  const leaves = [
    [0.1, -0.05],
    [0.16, -0.035],
    [0.2, -0.06],
    [0.24, -0.03],
    [0.13, 0.035],
    [-0.2, -0.02],
  ] as const;
  return [
    area([...spine, ...spine.map(([px, py], index): Point => [px, py + thick(index)]).toReversed()], wood),
    area([twig(size * 0.06, size * 0.055), twig(-size * 0.24, size * 0.06)], wood),
    area(
      leaves.map(([dx, dy], index) =>
        ellipse(
          x + way * dx * size,
          y + dy * size,
          size * 0.03,
          size * 0.012,
          18,
          way * (index % 2 === 0 ? -32 : 24),
        ),
      ),
      leaf,
    ),
  ];
}

/** Sets a named thing down where it belongs, as often as it was counted. */
export function settle(
  scene: Scene,
  stage: Stage,
  mention: Mention,
  subject: Subject,
  index: number,
): Shape[] {
  const random = scene.random.fork(`settle${mention.kind}`);
  const shapes: Shape[] = [];
  const { width, horizon, size } = scene;
  const count = Math.min(mention.count, 7);
  for (let copy = 0; copy < count; copy++) {
    const shrink = copy === 0 ? 1 : random.range(0.5, 0.8);
    const scale = (subject.height * size * stage.scale * shrink * (count > 1 ? 0.85 : 1)) / 100;
    const aside = index === 0 ? 0 : (index % 2 === 1 ? 1 : -1) * size * 0.24 * Math.ceil(index / 2);
    const spread =
      copy === 0 ? 0 : (copy % 2 === 1 ? 1 : -1) * Math.ceil(copy / 2) * size * random.range(0.17, 0.24);
    let spot: Spot;
    switch (subject.habitat) {
      case "water":
        spot = stage.water ?? stage.land;
        spot = { x: spot.x + aside + spread, y: spot.y - (copy * (spot.y - horizon)) / 9 };
        break;
      case "air":
        spot = {
          x: width * (scene.light === 1 ? 0.3 : 0.7) + aside + spread * 1.3,
          y: horizon * (0.62 - (copy % 3) * 0.13) + scale * 20,
        };
        break;
      case "perch":
        spot = { x: scene.focus + spread + aside, y: scene.height * 0.56 + Math.abs(spread) * 0.3 };
        shapes.push(...(copy === 0 ? bough(scene, spot.x, spot.y) : []));
        break;
      case "sky":
        return [];
      case "land":
        spot = {
          x: stage.land.x + aside + spread,
          y: stage.land.y + (copy === 0 ? 0 : random.range(-0.005, 0.012) * size),
        };
    }
    const flip = spot.x > width / 2 !== (copy % 3 === 2);
    const placed = moveShapes(subject.draw(scene, mention.color), { ...spot, scale, flip });
    if (stage.mirror !== null && subject.habitat !== "air" && subject.habitat !== "perch")
      shapes.push(
        ...reflection(scene, placed, subject.habitat === "water" ? spot.y : stage.mirror, 0.42, 0.85),
      );
    if (subject.habitat === "land" && stage.mirror === null && subject.height < 0.4)
      shapes.push(footing(scene, spot.x, spot.y, scale * 42));
    const { behind, before } =
      copy === 0 ? companionsOf(scene, mention.kind, spot.x, spot.y, scale) : { behind: [], before: [] };
    if (stage.mirror !== null) shapes.push(...reflection(scene, behind, stage.mirror, 0.35, 0.85));
    shapes.push(...behind, ...placed, ...before);
  }
  return shapes;
}
