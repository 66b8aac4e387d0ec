import "server-only";
import { shift } from "@/lib/offline/painter/color/color";
import { ellipse } from "@/lib/offline/painter/draw/geometry";
import { area } from "@/lib/offline/painter/draw/shape";
import { cut, type Motif, mark, own, wire } from "./motif";

/** A sitting cat seen from the side, looking at the viewer. */
export const cat: Motif = (scene, color) => {
  const fur = own(scene, color, [0.4, 0.035, 55]);
  const pale = shift(fur, 0.22, 0.8);
  const dark = shift(fur, -0.16);
  return [
    cut(
      scene,
      "M-22 -6C-40 -2 -56 -8 -58 -22C-59 -30 -52 -34 -49 -29C-46 -22 -42 -16 -28 -18Z",
      shift(fur, -0.03),
    ),
    cut(scene, "M-28 0C-36 -16 -28 -44 -8 -58L18 -58C26 -44 24 -28 22 -16L26 0Z", fur),
    mark("M-28 0C-34 -12 -30 -26 -20 -30C-8 -32 -2 -18 -6 -6L-4 0Z", shift(fur, -0.05), 0.7),
    mark("M4 -56C12 -52 18 -54 18 -56C22 -44 20 -32 16 -22C8 -30 2 -44 4 -56Z", pale, 0.9),
    cut(scene, "M6 0L8 -28L15 -28L16 0Z", shift(fur, -0.04)),
    cut(scene, "M17 0L17 -28L23 -28L27 -3C27 0 25 0 22 0Z", fur),
    cut(
      scene,
      "M-10 -72L-12 -98C-4 -96 2 -90 5 -86C9 -87 13 -87 16 -86C20 -91 25 -96 31 -98L30 -72C28 -58 18 -54 10 -54C1 -54 -9 -58 -10 -72Z",
      fur,
    ),
    mark(
      "M-8.4 -80L-9.4 -92.4C-4 -90 -1 -87 1 -84ZM21 -84C23 -88 26 -91 28.6 -92.6L28.4 -80Z",
      own(scene, null, [0.7, 0.08, 20]),
      0.7,
    ),
    mark("M10 -66C16 -68 22 -64 20 -59C17 -55 3 -55 0 -59C-2 -64 4 -68 10 -66Z", pale, 0.8),
    area(
      [ellipse(1.4, -72, 3.1, 3.6, 16), ellipse(18.8, -72, 3.1, 3.6, 16)],
      own(scene, null, [0.83, 0.15, 105]),
      { role: "detail" },
    ),
    area([ellipse(1.6, -72, 1.1, 3.2, 10), ellipse(19, -72, 1.1, 3.2, 10)], dark, { role: "detail" }),
    mark("M8 -65L12.4 -65L10.2 -62.4Z", own(scene, null, [0.66, 0.1, 15])),
    wire(
      "M10.2 -62.4L10.2 -60.4C8.6 -58.4 6.4 -58.8 5.4 -59.8M10.2 -60.4C11.8 -58.4 14 -58.8 15 -59.8",
      dark,
      0.7,
    ),
    wire("M-2 -62L-18 -65M-2 -60L-17 -59M22 -62L38 -65M22 -60L37 -59", pale, 0.45, 0.8),
  ];
};

/** A cat asleep, curled up: twice as wide as high. */
export const sleepingCat: Motif = (scene, color) => {
  const fur = own(scene, color, [0.68, 0.12, 58]);
  const stripe = shift(fur, -0.13, 1.1);
  const pale = shift(fur, 0.16, 0.55);
  return [
    cut(scene, "M-104 -2C-126 -38 -96 -86 -36 -96C30 -106 84 -84 98 -48C106 -24 98 -4 84 0L-90 0Z", fur),
    mark(
      "M-60 -91C-52 -74 -54 -60 -60 -50C-66 -62 -68 -78 -72 -86ZM-30 -97C-20 -78 -22 -62 -28 -52C-36 -66 -38 -84 -42 -95ZM4 -98C14 -80 14 -66 8 -54C0 -68 -4 -86 -8 -98ZM38 -90C46 -76 46 -64 42 -54C34 -64 30 -82 26 -94Z",
      stripe,
      0.75,
    ),
    mark(
      "M-104 -2C-112 -16 -110 -32 -102 -46C-80 -30 -40 -22 0 -24C40 -26 60 -14 66 0L-90 0Z",
      shift(fur, -0.07),
      0.5,
    ),
    cut(
      scene,
      "M-96 0C-118 -6 -116 -26 -96 -26C-60 -26 -34 -10 8 -12C28 -13 30 2 12 4C-20 8 -70 6 -96 0Z",
      shift(fur, -0.03),
    ),
    mark(
      "M-52 -16.4C-46 -12 -44 -4 -48 4.2L-58 3.4C-54 -4 -56 -12 -62 -19.4ZM-22 -11.6C-17 -8 -16 0 -20 5.4L-30 5.2C-26 -2 -27 -8 -32 -13.2Z",
      stripe,
      0.7,
    ),
    cut(
      scene,
      "M36 -50L30 -84C42 -80 52 -72 58 -66C64 -68 74 -68 80 -65C88 -74 98 -80 108 -81L102 -46C106 -22 92 -2 68 -2C46 -2 30 -24 36 -50Z",
      shift(fur, 0.015),
    ),
    mark(
      "M37 -62L35 -77C42 -74 48 -69 52 -64ZM88 -64C94 -70 99 -73 104 -75L101 -60Z",
      own(scene, null, [0.74, 0.09, 25]),
      0.8,
    ),
    mark(
      "M66 -66C67 -58 67 -54 69 -50C71 -54 71 -60 72 -66ZM56 -64C57 -58 58 -55 61 -52C61 -56 60 -62 61 -66ZM80 -65C79 -58 78 -55 76 -52C76 -57 76 -62 76 -66Z",
      stripe,
      0.8,
    ),
    mark("M70 -32C84 -34 92 -22 86 -12C80 -3 60 -3 54 -12C49 -22 58 -34 70 -32Z", pale),
    wire("M46 -38C50 -33 56 -33 60 -37M79 -37C83 -33 89 -33 93 -38", shift(fur, -0.35), 2),
    mark("M66 -29L74 -29L70 -24.6Z", own(scene, null, [0.64, 0.11, 15])),
    wire("M70 -24.6L70 -21C67 -17.6 63 -18 61 -19.6M70 -21C73 -17.6 77 -18 79 -19.6", shift(fur, -0.3), 1.2),
    wire("M52 -20L28 -24M52 -16L29 -13M88 -20L112 -24M88 -16L111 -13", pale, 0.7, 0.9),
    cut(scene, "M66 -8C76 -14 96 -13 102 -6C105 0 100 2 92 2L70 2C63 2 61 -4 66 -8Z", shift(fur, 0.05)),
  ];
};
