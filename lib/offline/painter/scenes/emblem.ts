import "server-only";
import { type Hex, lchOf, mix, shift } from "@/lib/offline/painter/color/color";
import { arc, boxOf, ellipse, type Ring, rect } from "@/lib/offline/painter/draw/geometry";
import {
  area,
  type Layer,
  line,
  linear,
  moveShapes,
  type Shape,
  solid,
} from "@/lib/offline/painter/draw/shape";
import type { Scene } from "@/lib/offline/painter/scene";
import { plainColor } from "@/lib/offline/painter/style/flatten-paint";
import { motifs } from "@/lib/offline/painter/subjects/motifs";

/** A thing in two or three flat tones, centred on (0, 0) and `span` across. */
function glyph(
  scene: Scene,
  span: number,
  tones: readonly [dark: Hex, middle: Hex, light: Hex],
  ground: Hex,
): Shape[] {
  const mention = scene.brief.subjects[0];
  if (mention === undefined) return [];
  const raw = motifs[mention.kind]
    .draw({ ...scene, time: "day" }, mention.color)
    .filter((shape) => shape.role !== "light");
  const body = boxOf(raw.filter((shape) => shape.role === "mass").flatMap((shape) => shape.rings));
  const scale = span / Math.max(body.right - body.left, body.bottom - body.top);
  const centre = {
    x: (-scale * (body.left + body.right)) / 2,
    y: (-scale * (body.top + body.bottom)) / 2,
    scale,
  };
  return moveShapes(raw, centre).map((shape) => {
    const l = lchOf(shape.fill === null ? (shape.stroke?.color ?? "#000000") : plainColor(shape.fill))[0];
    const tone = l < 0.45 ? tones[0] : l < 0.72 ? tones[1] : tones[2];
    // Lines and small marks on a light glyph take the ground's colour, as if cut through.
    const cut = shape.role === "detail" && tones[1] === tones[2] ? ground : tone;
    return {
      ...shape,
      opacity: 1,
      fill: shape.fill && solid(cut),
      stroke: shape.stroke && { color: cut, width: shape.stroke.width * 1.6 },
    };
  });
}

/** A mark of pure geometry, for a logo of nothing in particular. */
function geometric(scene: Scene, r: number, tones: readonly [Hex, Hex, Hex]): Shape[] {
  const quarter = (cx: number, cy: number, from: number): Ring => [
    [cx, cy],
    ...arc(cx, cy, r, r, from, from + 90, 16),
  ];
  switch (scene.random.fork("geometric").int(0, 2)) {
    case 0:
      return [
        area(quarter(0, 0, 180), tones[1]),
        area(quarter(r * 0.06, r * 1.06, 270), tones[0]),
        area(ellipse(-r * 0.5, r * 0.56, r * 0.46), tones[2]),
      ];
    case 1:
      return [0, 1, 2, 3].map((step) =>
        area(
          [
            ...arc(0, r * 0.4, r * (1 - step * 0.24), r * (1 - step * 0.24), 180, 360, 30),
            ...arc(0, r * 0.4, r * (0.88 - step * 0.24), r * (0.88 - step * 0.24), 360, 180, 30),
          ],
          step % 2 === 0 ? tones[1] : tones[0],
        ),
      );
    default:
      return [
        area(ellipse(-r * 0.34, 0, r * 0.62), tones[1]),
        area(ellipse(r * 0.34, 0, r * 0.62), tones[0], { opacity: 0.82 }),
        area(rect(-r * 0.96, r * 0.72, r * 1.92, r * 0.12), tones[2]),
      ];
  }
}

/** A mark: bare, in a roundel, on a tile, or in a ring, by variant. */
export function emblem(scene: Scene): Layer[] {
  const { width, height, size, palette, brief } = scene;
  const named = brief.subjects[0]?.color ?? brief.color;
  const main = named === null ? palette.body([0.5, 0.12, lchOf(palette.near)[2]]) : palette.body(named);
  const deep = shift(main, -0.2);
  const pale = mix(palette.paper, main, 0.08);
  const x = width / 2;
  const y = height / 2;
  const r = size * 0.34;
  const draw = (span: number, tones: readonly [Hex, Hex, Hex]) =>
    brief.subjects.length > 0 ? glyph(scene, span, tones, main) : geometric(scene, span * 0.5, tones);
  const put = (shapes: readonly Shape[]) => moveShapes(shapes, { x, y, scale: 1 });
  const forms: readonly (() => Shape[])[] = [
    () => put([area(ellipse(0, 0, r, r, 96), main), ...draw(r * 1.12, [mix(pale, main, 0.18), pale, pale])]),
    () =>
      put([
        ...draw(r * 1.7, [deep, main, shift(main, 0.2)]),
        area(rect(-r * 0.3, r * 1.06, r * 0.6, r * 0.035), deep),
      ]),
    () => {
      const s = r * 0.96;
      const k = s * 0.42;
      const tile: Ring = [
        ...arc(s - k, -s + k, k, k, 270, 360, 12),
        ...arc(s - k, s - k, k, k, 0, 90, 12),
        ...arc(-s + k, s - k, k, k, 90, 180, 12),
        ...arc(-s + k, -s + k, k, k, 180, 270, 12),
      ];
      return put([
        area(
          tile,
          linear([-s, -s], [s, s], [0, shift(main, 0.1, 1.05, 18)], [1, shift(main, -0.06, 1.05, -14)]),
        ),
        ...draw(r * 1.16, [mix(pale, main, 0.3), pale, pale]),
      ]);
    },
    () =>
      put([
        area(ellipse(0, 0, r * 1.02, r * 1.02, 96), deep),
        area(ellipse(0, 0, r * 0.965, r * 0.965, 96), pale),
        line([[...ellipse(0, 0, r * 0.9, r * 0.9, 96), [r * 0.9, 0]]], deep, r * 0.012),
        ...draw(r * 1.14, [deep, main, shift(main, 0.16)]),
      ]),
  ];
  const choice = scene.variant % forms.length;
  return [
    {
      name: "sheet",
      subject: false,
      shapes: [area(rect(-20, -20, width + 40, height + 40), pale, { role: "wash" })],
    },
    { name: "mark", subject: true, shapes: (forms[choice] ?? forms[0])?.() ?? [] },
  ];
}
