import "server-only";
import type { PaintFormat, PaintRequest } from "@/lib/offline/painter/paint-request";

/** Draws pictures. `compression` is 0–100 as the Images API counts it; `step` is 0-based. */
export type Painter = {
  paint(request: PaintRequest, format: PaintFormat, compression: number): Promise<Uint8Array>;
  paintPartial(
    request: PaintRequest,
    format: PaintFormat,
    compression: number,
    step: number,
    steps: number,
  ): Promise<Uint8Array>;
};
