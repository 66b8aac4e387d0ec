import "server-only";
import { arc, ellipse, type Point, type Ring, rect } from "@/lib/offline/painter/draw/geometry";
import { area, type Shape } from "@/lib/offline/painter/draw/shape";
import type { Scene } from "@/lib/offline/painter/scene";
import { inksOf } from "./abstract-inks";

/** Quarter circles, discs, leaves and bars on a grid. */
export function quilt(scene: Scene, cells: number): Shape[] {
  const random = scene.random.fork("quilt");
  const { width, height, palette } = scene;
  const cell = Math.min(width, height) / cells;
  const [columns, rows] = [Math.ceil(width / cell), Math.ceil(height / cell)];
  const [cw, ch] = [width / columns, height / rows];
  const inks = [...inksOf(scene), palette.paper] as const;
  const shapes: Shape[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const [x, y] = [column * cw, row * ch];
      const ground = inks[random.int(0, inks.length - 1)] ?? inks[0];
      let ink = inks[random.int(0, inks.length - 1)] ?? inks[0];
      if (ink === ground) ink = palette.paper === ground ? palette.near : palette.paper;
      const [cx, cy] = random.pick<Point>([
        [x, y],
        [x + cw, y],
        [x, y + ch],
        [x + cw, y + ch],
      ]);
      const start = cx === x ? (cy === y ? 0 : 270) : cy === y ? 90 : 180;
      const fan = (share: number): Ring => [
        [cx, cy],
        ...arc(cx, cy, cw * share, ch * share, start, start + 90, 20),
      ];
      shapes.push(area(rect(x, y, cw + 0.6, ch + 0.6), ground, { role: "wash" }));
      const third = inks[(random.int(0, inks.length - 1) + 1) % inks.length] ?? inks[0];
      switch (random.int(0, 6)) {
        case 0:
          shapes.push(area(fan(1), ink));
          break;
        case 1:
          shapes.push(area(fan(1), ink), area(fan(0.66), third), area(fan(0.33), ground));
          break;
        case 2:
          shapes.push(area(ellipse(x + cw / 2, y + ch / 2, cw * 0.4, ch * 0.4, 40), ink));
          break;
        case 3:
          shapes.push(
            area([...arc(x, y + ch, cw, ch, 270, 360, 20), ...arc(x + cw, y, cw, ch, 90, 180, 20)], ink),
          );
          break;
        case 4:
          shapes.push(
            area(
              [0, 1, 2].map((bar) => rect(x, y + (ch * (bar * 2 + 0.5)) / 6, cw, ch / 6)),
              ink,
            ),
          );
          break;
        case 5:
          shapes.push(
            area(
              [
                [x, y + ch],
                [x + cw, y + ch],
                [cx === x ? x : x + cw, y],
              ],
              ink,
            ),
          );
          break;
        default:
          shapes.push(
            area(arc(x + cw / 2, y + ch, cw / 2, ch / 2, 180, 360, 24), ink),
            area(arc(x + cw / 2, y + ch / 2, cw / 2, ch / 2, 180, 360, 24), third),
          );
      }
    }
  }
  return shapes;
}
