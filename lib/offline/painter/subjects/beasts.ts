import "server-only";
import { shift } from "@/lib/offline/painter/color/color";
import { ellipse } from "@/lib/offline/painter/draw/geometry";
import { area } from "@/lib/offline/painter/draw/shape";
import { cut, type Motif, mark, own, wire } from "./motif";

/** A horse at ease. */
export const horse: Motif = (scene, color) => {
  const coat = own(scene, color, [0.45, 0.085, 48]);
  const far = shift(coat, -0.1);
  const mane = shift(coat, -0.18);
  return [
    cut(scene, "M-38 -40L-36 -22L-40 0L-33 0L-28 -22L-22 -38ZM24 -40L26 -20L24 0L31 0L33 -20L35 -40Z", far),
    cut(scene, "M-46 -60C-60 -54 -64 -34 -58 -14C-54 -8 -52 -12 -53 -20C-54 -36 -48 -46 -42 -50Z", mane),
    cut(
      scene,
      "M-48 -54C-46 -66 -30 -68 -12 -63C4 -60 16 -64 24 -74C30 -84 36 -92 45 -97L47 -103L51 -98C58 -94 66 -84 71 -77C73 -73 70 -69 66 -70C60 -71 55 -75 50 -75C46 -66 44 -54 40 -44C34 -34 20 -32 6 -33C-10 -34 -20 -34 -28 -34C-40 -34 -50 -42 -48 -54Z",
      coat,
    ),
    cut(
      scene,
      "M-47 -52C-50 -40 -46 -32 -44 -24L-50 -12L-51 0L-43 0L-41 -12L-34 -24C-30 -32 -26 -36 -24 -40Z",
      coat,
    ),
    cut(scene, "M14 -40L17 -20L15 0L23 0L25 -20L32 -38Z", coat),
    mark(
      "M-51.2 0L-50.6 -5L-42.4 -5L-43 0ZM15 0L15.4 -5L22.6 -5L23 0ZM-40 0L-39.4 -5L-33 -5L-33 0ZM24 0L24.6 -5L31 -5L31 0Z",
      mane,
    ),
    mark(
      "M47 -101C38 -97 28 -86 22 -76C18 -70 12 -66 4 -63C14 -62 24 -66 28 -74C31 -80 36 -88 47 -95Z",
      mane,
    ),
    area(ellipse(55.6, -87, 1.2, 1.4, 10), shift(coat, -0.36), { role: "detail" }),
    mark("M63 -77C66 -79 71 -77 71.6 -75C72 -71 69 -69 66 -70C62 -71 61 -74 63 -77Z", shift(coat, -0.1)),
  ];
};

/** A stag with a crown of antlers. */
export const deer: Motif = (scene, color) => {
  const coat = own(scene, color, [0.54, 0.095, 55]);
  const far = shift(coat, -0.1);
  const horn = own(scene, null, [0.72, 0.05, 75]);
  return [
    cut(
      scene,
      "M-26 -30L-25 -16L-28 0L-24 0L-20 -16L-16 -28ZM13 -30L15 -14L13.6 0L17.6 0L19 -14L20 -30Z",
      far,
    ),
    wire(
      "M27 -72C22 -78 18 -84 19 -93C19.4 -96 21 -99 22 -102M19.4 -86C16 -88 13 -91 12 -96M20 -80C15 -81 11 -83 8 -88M30 -72C34 -78 40 -82 40 -91C40 -95 39 -98 38 -101M39 -86C43 -88 45 -91 46 -95M36 -79C41 -79 45 -81 48 -85",
      horn,
      1.7,
    ),
    cut(
      scene,
      "M-32 -40C-30 -48 -18 -49 -6 -46C4 -44 12 -46 17 -52C20 -58 22 -64 24 -70C26 -74 31 -75 34 -72L45 -64C47 -62 46 -59 43 -59C39 -58 35 -58 32 -57C31 -48 29 -38 26 -33C20 -27 8 -27 -4 -28C-14 -29 -24 -26 -30 -32Z",
      coat,
    ),
    mark("M24 -57C27 -57 30 -57 32 -57C31 -48 29 -40 26 -34C22 -36 20 -46 24 -57Z", shift(coat, 0.17, 0.6)),
    mark("M-32 -42C-35 -38 -35 -33 -32 -30C-29 -32 -28 -38 -30 -43Z", shift(coat, 0.26, 0.4)),
    cut(
      scene,
      "M-31 -40C-33 -30 -29 -26 -28 -20L-33 -10L-33.6 0L-29 0L-28 -10L-22 -20C-20 -26 -18 -28 -16 -30Z",
      coat,
    ),
    cut(scene, "M8 -31L10.4 -15L9 0L13.4 0L15 -15L19 -30Z", coat),
    cut(scene, "M24 -70C19 -73 15 -73 13 -71C16 -68 20 -67 24 -67Z", far),
    area(ellipse(33.6, -67.4, 1, 1.1, 10), shift(coat, -0.4), { role: "detail" }),
    area(ellipse(44.6, -62, 1.5, 1.3, 10), shift(coat, -0.36), { role: "detail" }),
  ];
};

/** A dog sitting up. */
export const dog: Motif = (scene, color) => {
  const fur = own(scene, color, [0.72, 0.1, 68]);
  const ear = shift(fur, -0.14);
  return [
    cut(
      scene,
      "M-26 -4C-38 -4 -50 -14 -52 -26C-52 -30 -47 -31 -45 -27C-42 -20 -34 -14 -24 -14Z",
      shift(fur, -0.04),
    ),
    cut(scene, "M-28 0C-38 -16 -26 -40 -10 -54C-4 -60 0 -66 2 -72L24 -66C26 -50 26 -34 24 -20L28 0Z", fur),
    mark("M-28 0C-34 -12 -30 -26 -19 -30C-6 -32 0 -18 -5 -6L-2 0Z", shift(fur, -0.06), 0.7),
    mark("M10 -62C18 -56 24 -60 25 -62C27 -48 24 -36 20 -26C12 -36 6 -48 10 -62Z", shift(fur, 0.12, 0.5)),
    cut(scene, "M8 0L10 -28L17 -29L18 0Z", shift(fur, -0.04)),
    cut(scene, "M19 0L18 -28L25 -30L31 -3C31 0 28 0 25 0Z", fur),
    cut(
      scene,
      "M-1 -76C0 -92 12 -99 22 -97C31 -96 35 -88 37 -83C44 -81 53 -79 54 -74C55 -67 47 -64 38 -63C30 -58 14 -56 6 -62C1 -66 -1 -70 -1 -76Z",
      fur,
    ),
    cut(scene, "M8 -92C-4 -94 -10 -82 -9 -68C-8 -60 0 -60 4 -66C8 -72 12 -82 8 -92Z", ear),
    area(ellipse(52.4, -77, 3.6, 2.9, 16), shift(fur, -0.5), { role: "detail" }),
    area(ellipse(29.4, -83, 2, 2.4, 14), shift(fur, -0.5), { role: "detail" }),
    wire("M52 -73C48 -69 42 -68 37 -69", shift(fur, -0.34), 0.9),
    mark("M4 -60C12 -55 20 -55 26 -60L25 -55C18 -50 10 -51 5 -55Z", scene.palette.accent),
  ];
};

/** A hare, ears up. */
export const rabbit: Motif = (scene, color) => {
  const fur = own(scene, color, [0.68, 0.05, 62]);
  const pale = shift(fur, 0.2, 0.5);
  return [
    area(ellipse(-34, -14, 9, 8, 18), pale),
    cut(scene, "M14 -66C2 -78 -4 -94 0 -101C8 -101 18 -88 22 -68Z", shift(fur, -0.06)),
    cut(
      scene,
      "M-34 -4C-42 -26 -24 -50 0 -50C8 -50 12 -52 16 -58L34 -48C32 -36 30 -22 28 -12L32 0L-28 0Z",
      fur,
    ),
    mark("M-32 0C-36 -16 -26 -30 -12 -30C2 -30 8 -14 2 0Z", shift(fur, -0.06), 0.7),
    cut(
      scene,
      "M12 -58C14 -68 24 -74 34 -70C43 -66 46 -58 44 -52C40 -44 26 -42 18 -46C13 -49 11 -53 12 -58Z",
      fur,
    ),
    cut(scene, "M20 -67C12 -80 12 -96 17 -102C25 -99 31 -84 30 -68Z", shift(fur, 0.01)),
    mark(
      "M21 -71C17 -80 16 -90 18.4 -96C23 -91 26.6 -80 26.6 -71Z",
      own(scene, null, [0.76, 0.08, 20]),
      0.75,
    ),
    mark("M22 -44C28 -40 30 -32 28 -20C20 -26 18 -38 22 -44Z", pale, 0.9),
    area(ellipse(33.4, -60, 2, 2.4, 14), shift(fur, -0.45), { role: "detail" }),
    mark("M43 -56L46.4 -55L44 -52.6Z", own(scene, null, [0.62, 0.1, 18])),
    cut(
      scene,
      "M-14 0C-16 -8 0 -11 12 -6C16 -3 14 0 10 0ZM18 0C17 -6 22 -8 28 -6C33 -4 34 0 31 0Z",
      shift(fur, 0.04),
    ),
  ];
};

/** A bear on all fours. */
export const bear: Motif = (scene, color) => {
  const fur = own(scene, color, [0.38, 0.05, 50]);
  const far = shift(fur, -0.07);
  return [
    cut(scene, "M-40 -40L-38 0L-20 0L-18 -30ZM30 -40L32 0L48 0L48 -40Z", far),
    cut(
      scene,
      "M-66 -44C-68 -74 -44 -90 -16 -86C0 -84 12 -92 28 -92C36 -92 40 -88 46 -86C50 -94 60 -94 62 -86C70 -82 82 -70 88 -62C92 -56 88 -50 80 -51C72 -50 64 -48 58 -44C54 -34 46 -28 38 -26C10 -24 -20 -24 -40 -22C-56 -22 -65 -30 -66 -44Z",
      fur,
    ),
    cut(scene, "M-66 -44C-66 -26 -62 -12 -60 0L-38 0C-40 -10 -34 -22 -24 -30Z", fur),
    cut(scene, "M10 -36C12 -20 12 -10 12 0L34 0C34 -10 38 -24 46 -32Z", fur),
    mark("M80 -62C88 -62 91 -56 88 -52.4C84 -50 76 -51 72 -53C72 -58 75 -62 80 -62Z", shift(fur, 0.14)),
    area(ellipse(88, -60, 3.6, 2.9, 14), shift(fur, -0.28), { role: "detail" }),
    area(ellipse(69, -71, 1.9, 2.1, 12), shift(fur, -0.28), { role: "detail" }),
    mark("M-62 0L-60 -4L-38 -4L-38 0ZM12 0L12 -4L34 -4L34 0Z", shift(fur, -0.14)),
  ];
};
