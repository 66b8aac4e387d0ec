import "server-only";
import { createRandom } from "./draw/seed";
import type { PaintDetail, PaintFormat, PaintRequest } from "./paint-request";
import { drawSvg, render, renderRough, type Sketch, sketchOf } from "./render";
import { createScene, pageSize } from "./scene";
import { readPrompt } from "./words/read-prompt";

const SHAPE_SHARES: Record<PaintDetail, number> = { low: 0.55, medium: 0.85, high: 1 };

function sketch(request: PaintRequest): Sketch {
  const { prompt, variant, widthPx, heightPx } = request;
  const page = { ...pageSize(widthPx, heightPx), widthPx, heightPx };
  const brief = readPrompt(prompt);
  const scene = createScene(
    brief,
    page,
    variant,
    createRandom(`${prompt}#${variant}`),
    createRandom(prompt),
    SHAPE_SHARES[request.detail],
    request.background === "transparent",
  );
  return sketchOf(scene, page);
}

/** The finished picture. `compression` 0-100 is the quality of jpeg and webp. The same input gives the same bytes. */
export async function paint(
  request: PaintRequest,
  format: PaintFormat,
  compression: number,
): Promise<Uint8Array> {
  const drawing = sketch(request);
  if (format === "svg") return Buffer.from(await drawSvg(drawing));
  return render(drawing, format, compression);
}

/**
 * The same picture on its way: `step` 0 is washes and large masses, `steps - 1` nearly done. Same format and
 * same size in pixels as the finished one.
 */
export async function paintPartial(
  request: PaintRequest,
  format: PaintFormat,
  compression: number,
  step: number,
  steps: number,
): Promise<Uint8Array> {
  const drawing = sketch(request);
  const share = (step + 1) / (steps + 0.4);
  if (format === "svg")
    return Buffer.from(await drawSvg(drawing, { layers: Math.min(1, 0.22 + share * 1.05), fine: share }));
  return renderRough(drawing, share, format, compression);
}
