import "server-only";
import { type Lch, mix, shift } from "@/lib/offline/painter/color/color";
import { ellipse } from "@/lib/offline/painter/draw/geometry";
import { area, type Shape } from "@/lib/offline/painter/draw/shape";
import { trace } from "@/lib/offline/painter/draw/trace";
import type { Scene } from "@/lib/offline/painter/scene";
import { cut, form, mark, own, wire } from "./motif";
import { skinTone } from "./people";

const hairs: readonly [Lch, ...Lch[]] = [
  [0.24, 0.03, 40],
  [0.36, 0.06, 45],
  [0.52, 0.1, 50],
  [0.62, 0.12, 70],
  [0.3, 0.02, 270],
];
const head =
  "M0 -214C30 -214 46 -190 45 -158C44 -128 28 -100 0 -96C-28 -100 -44 -128 -45 -158C-46 -190 -30 -214 0 -214Z";

type Hairdo = { behind: string; front: string };
const long: readonly [Hairdo, ...Hairdo[]] = [
  // Long and loose, parted at the side
  {
    behind:
      "M-6 -232C46 -234 68 -196 64 -146C62 -108 70 -70 60 -34C30 -24 -30 -24 -60 -34C-72 -70 -62 -108 -64 -146C-66 -196 -44 -232 -6 -232Z",
    front:
      "M-14 -226C26 -236 56 -206 50 -150C44 -172 30 -188 -6 -196C-26 -190 -40 -176 -48 -148C-58 -196 -42 -222 -14 -226Z",
  },
  // A chin-length bob with a fringe
  {
    behind:
      "M0 -234C50 -234 66 -196 62 -150C62 -128 60 -112 54 -100L-54 -100C-60 -112 -62 -128 -62 -150C-66 -196 -50 -234 0 -234Z",
    front:
      "M0 -230C42 -230 58 -204 54 -150C50 -164 48 -172 44 -178C20 -170 -20 -170 -44 -178C-48 -172 -50 -164 -54 -150C-58 -204 -42 -230 0 -230Z",
  },
  // Pinned up in a knot
  {
    behind: "M-18 -236C-26 -262 26 -262 20 -236C56 -226 60 -186 50 -150L-50 -150C-60 -186 -54 -226 -18 -236Z",
    front:
      "M0 -228C40 -230 54 -200 48 -152C44 -176 30 -192 4 -204C-20 -194 -40 -178 -47 -152C-56 -200 -40 -228 0 -228Z",
  },
];
const short: readonly [Hairdo, ...Hairdo[]] = [
  {
    behind: "M0 -226C38 -226 52 -196 48 -160L-48 -160C-52 -196 -38 -226 0 -226Z",
    front:
      "M-40 -196C-46 -226 -8 -242 22 -232C46 -226 54 -196 47 -162C43 -178 38 -186 30 -192C6 -188 -20 -192 -34 -198C-42 -188 -44 -176 -46 -160C-54 -180 -50 -192 -40 -196Z",
  },
  {
    behind: "M0 -230C44 -232 56 -196 50 -156L-50 -156C-56 -196 -44 -232 0 -230Z",
    front:
      "M-47 -162C-58 -206 -30 -236 6 -232C44 -230 56 -200 47 -160C44 -174 40 -184 34 -190C20 -200 -4 -206 -20 -198C-36 -190 -42 -178 -47 -162Z",
  },
];

/** Collar and shoulders of a coat, with the shadow under the chin. */
function shoulders(scene: Scene, skin: string): Shape[] {
  const coat = own(scene, scene.brief.cloth, [0.52, 0.12, 250]);
  const shirt = own(scene, null, [0.93, 0.025, 85]);
  return [
    cut(scene, "M-19 -120L-19 -74C-19 -56 19 -56 19 -74L19 -120Z", shift(skin, -0.035)),
    mark("M-19 -112C-8 -98 10 -96 19 -110L19 -88C8 -78 -10 -82 -19 -96Z", shift(skin, -0.14), 0.7),
    cut(scene, "M-34 -78C-20 -52 20 -52 34 -78L44 -40L0 30L-44 -40Z", shirt),
    cut(
      scene,
      "M-36 -80C-66 -64 -118 -54 -136 -22C-150 8 -154 60 -156 130L156 130C154 60 150 8 136 -22C118 -54 66 -64 36 -80C26 -46 10 -10 0 10C-10 -10 -26 -46 -36 -80Z",
      coat,
    ),
    cut(
      scene,
      "M-37 -82C-52 -70 -60 -50 -62 -34L-34 -26L-40 -12L0 64C-8 26 -28 -34 -37 -82Z",
      shift(coat, 0.03),
    ),
    cut(scene, "M37 -82C52 -70 60 -50 62 -34L34 -26L40 -12L0 64C8 26 28 -34 37 -82Z", shift(coat, -0.025)),
    wire("M0 64L0 130M-98 10C-94 50 -94 90 -98 130M98 10C94 50 94 90 98 130", shift(coat, -0.13), 1.7),
    area([ellipse(-10, 84, 4.4, 4.4, 16), ellipse(-10, 116, 4.4, 4.4, 16)], shift(coat, -0.2), {
      role: "detail",
    }),
  ];
}

function features(scene: Scene, skin: string, hair: string): Shape[] {
  const { sitter } = scene.brief;
  const dark = mix(hair, scene.palette.ink, 0.6);
  const lip = mix(own(scene, null, [0.55, 0.15, 20]), skin, 0.25);
  const white = own(scene, null, [0.95, 0.01, 90]);
  const iris = own(scene, null, [0.42, 0.07, 200]);
  const eye = (x: number): Shape[] => [
    mark(
      `M${x - 10} -158C${x - 5} -165 ${x + 5} -165 ${x + 10} -158C${x + 5} -153 ${x - 5} -153 ${x - 10} -158Z`,
      white,
    ),
    area(ellipse(x + scene.light * 1.6, -158.6, 4, 4.4, 16), iris, { role: "detail" }),
    area(ellipse(x + scene.light * 1.6, -158.6, 1.9, 2.1, 12), dark, { role: "detail" }),
    wire(`M${x - 10.5} -158C${x - 5} -165.6 ${x + 5} -165.6 ${x + 10.5} -158`, dark, 1.9),
    wire(`M${x - 9} -166.5C${x - 4} -170 ${x + 4} -170 ${x + 9} -167`, shift(skin, -0.13), 0.9),
  ];
  const shade = shift(skin, -0.1, 1.1);
  const side = -scene.light;
  const half =
    side === 1
      ? "M3 -216L60 -216L60 -90L2 -90C6 -104 -2 -112 4 -122C8 -128 12 -132 10 -138C4 -146 8 -170 3 -190Z"
      : "M-3 -216L-60 -216L-60 -90L-2 -90C-6 -104 2 -112 -4 -122C-8 -128 -12 -132 -10 -138C-4 -146 -8 -170 -3 -190Z";
  return [
    form(
      scene,
      [...trace("M-44 -162C-54 -166 -56 -142 -43 -138Z"), ...trace("M44 -162C54 -166 56 -142 43 -138Z")],
      shift(skin, -0.05),
    ),
    cut(scene, head, skin, 0.7),
    { ...mark(half, shade, 0.62), clip: trace(head) },
    area([ellipse(-25, -136, 10, 6.5, 20), ellipse(25, -136, 10, 6.5, 20)], mix(lip, skin, 0.35), {
      role: "light",
      opacity: 0.42,
    }),
    ...eye(-18),
    ...eye(18),
    wire(
      "M-29 -173C-23 -179 -14 -179 -8 -175M29 -173C23 -179 14 -179 8 -175",
      hair,
      sitter.longHair ? 2.6 : 3.6,
    ),
    wire(
      side === 1
        ? "M3 -160C5 -148 10 -140 9 -136C6 -132.6 0 -133 -3 -134"
        : "M-3 -160C-5 -148 -10 -140 -9 -136C-6 -132.6 0 -133 3 -134",
      shift(skin, -0.2),
      1.5,
    ),
    mark("M-14 -117C-8 -121 -4 -121.6 0 -119.6C4 -121.6 8 -121 14 -117C6 -115.6 -6 -115.6 -14 -117Z", lip),
    mark("M-14 -117C-6 -115.6 6 -115.6 14 -117C9 -109 -9 -109 -14 -117Z", shift(lip, 0.06)),
    ...(sitter.beard
      ? [
          cut(
            scene,
            "M-45 -152C-42 -140 -36 -128 -24 -126C-12 -128 12 -128 24 -126C36 -128 42 -140 45 -152C50 -112 30 -72 0 -70C-30 -72 -50 -112 -45 -152Z",
            hair,
          ),
          mark("M-11 -116C-5 -119 5 -119 11 -116C6 -111 -6 -111 -11 -116Z", lip),
        ]
      : []),
    ...(sitter.glasses
      ? [
          {
            ...wire("M-5 -158C-2 -161 2 -161 5 -158M-32 -159L-45 -162M32 -159L45 -162", dark, 1.8),
            rings: [
              ...trace("M-5 -158C-2 -161 2 -161 5 -158"),
              ...trace("M-32 -159L-45 -162M32 -159L45 -162"),
              [...ellipse(-18.5, -157, 14, 13, 30), [-4.5, -157] as const],
              [...ellipse(18.5, -157, 14, 13, 30), [32.5, -157] as const],
            ],
          },
        ]
      : []),
  ];
}

/** Head and shoulders from the front, in units where the head is about 120 high and the chin at y = -96. */
export function bust(scene: Scene): Shape[] {
  const { sitter } = scene.brief;
  const random = scene.random.fork("bust");
  const skin = own(scene, null, skinTone(scene));
  const hair = own(scene, null, sitter.age === "old" ? [0.82, 0.012, 80] : random.pick(hairs));
  const hairdo = random.pick(sitter.longHair ? long : short);
  const hat = own(scene, null, [0.5, 0.13, 30]);
  return [
    ...(sitter.longHair ? [cut(scene, hairdo.behind, shift(hair, -0.05))] : []),
    ...shoulders(scene, skin),
    ...(sitter.longHair ? [] : [cut(scene, hairdo.behind, shift(hair, -0.05))]),
    ...features(scene, skin, hair),
    cut(scene, hairdo.front, hair),
    wire("M-30 -208C-12 -220 18 -220 34 -202M-38 -196C-20 -212 8 -218 22 -214", shift(hair, 0.09), 1.5, 0.6),
    ...(sitter.hat
      ? [
          cut(
            scene,
            "M-50 -196C-54 -236 -26 -252 0 -252C26 -252 54 -236 50 -196C30 -206 -30 -206 -50 -196Z",
            hat,
          ),
          cut(
            scene,
            "M-56 -188C-54 -204 -30 -212 0 -212C30 -212 54 -204 56 -188C30 -198 -30 -198 -56 -188Z",
            shift(hat, -0.05),
          ),
        ]
      : []),
  ];
}
