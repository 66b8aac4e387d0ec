import "server-only";

/** What to draw. The same request always gives the same picture; another variant, another one. */
export type PaintRequest = {
  prompt: string;
  /** Which picture of the generation, 0-based: variants of one prompt differ in composition, palette and hour. */
  variant: number;
  /** 64 to 3840 each, at any ratio from 1:3 to 3:1. */
  widthPx: number;
  heightPx: number;
  /** `transparent`: only the subject is drawn, everything else has alpha 0. */
  background: "auto" | "opaque" | "transparent";
  detail: PaintDetail;
};
/** `low` has fewer shapes. */
export type PaintDetail = "low" | "medium" | "high";
export type PaintFormat = "png" | "jpeg" | "webp" | "svg" | "gif";
