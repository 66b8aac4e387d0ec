import "server-only";
import { compose } from "./compose";
import type { Layer } from "./draw/shape";
import { type Page, svgOf, type Tint } from "./draw/svg-elements";
import { encode, type RasterFormat } from "./raster/encode";
import { facets } from "./raster/facets";
import { finishPixels } from "./raster/finish";
import { enlarge, limitColors, mosaicSvg, pickPixels } from "./raster/mosaic";
import { open, type Pixels, rasterise } from "./raster/pixels";
import { strokes } from "./raster/strokes";
import type { Scene } from "./scene";
import type { Style } from "./style/style";
import { styles } from "./style/styles";

/** A picture thought through but not yet on pixels. */
export type Sketch = {
  scene: Scene;
  layers: readonly Layer[];
  style: Style;
  tint: Tint;
  page: Page;
  opaque: boolean;
};

/** Composes a scene and gives it its style. */
export function sketchOf(scene: Scene, page: Page): Sketch {
  const opaque = !scene.cutOut;
  const style = styles[scene.brief.style];
  const layers = compose(scene);
  return { scene, layers: style.redraw(layers, scene), style, tint: style.tint(scene), page, opaque };
}

/** The page with its longer side at most `long` pixels. */
function shrink(page: Page, long: number): Page {
  const scale = Math.min(1, long / Math.max(page.widthPx, page.heightPx));
  return {
    ...page,
    widthPx: Math.max(1, Math.round(page.widthPx * scale)),
    heightPx: Math.max(1, Math.round(page.heightPx * scale)),
  };
}

/** Long side, in pixels, of the picture that facets, strokes and mosaics look at. */
const lookPx = { facets: 260, strokes: 220, pixels: 112 } as const;

/** How far a picture has come: which share of its layers, and how fine its facets, strokes or pixels are. */
export type Progress = { layers: number; fine: number };
const finished: Progress = { layers: 1, fine: 1 };

function layersUpTo({ layers }: Sketch, share: number): readonly Layer[] {
  return share >= 1 ? layers : layers.slice(0, Math.max(1, Math.ceil(layers.length * share)));
}

async function gridOf(sketch: Sketch, progress: Progress): Promise<Pixels> {
  const long = Math.max(12, Math.round(lookPx.pixels * progress.fine));
  const page = shrink(sketch.page, long);
  const large = { ...page, widthPx: page.widthPx * 4, heightPx: page.heightPx * 4 };
  const source = await rasterise(svgOf(layersUpTo(sketch, progress.layers), large, sketch.tint));
  return limitColors(await pickPixels(source, 4), 26);
}

/** What strokes are laid on: the drawing without its small parts, so that no gap stays bare. */
function groundOf(layers: readonly Layer[]): Layer[] {
  return layers.map((layer) => ({
    ...layer,
    shapes: layer.shapes.filter(
      ({ role, rings }) => (role === "wash" || role === "mass") && rings.length <= 24,
    ),
  }));
}

/** The drawing as an SVG document. */
export async function drawSvg(
  sketch: Sketch,
  progress: Progress = finished,
  page: Page = sketch.page,
): Promise<string> {
  const { style, scene, tint } = sketch;
  const layers = layersUpTo(sketch, progress.layers);
  if (style.resample === null) return svgOf(layers, page, tint);
  if (style.resample === "pixels")
    return mosaicSvg(await gridOf(sketch, progress), page.widthPx, page.heightPx);
  const source = await rasterise(svgOf(layers, shrink(sketch.page, lookPx[style.resample]), tint));
  if (style.resample === "facets") return svgOf(facets(scene, source, progress.fine), page, (color) => color);
  return svgOf([...groundOf(layers), ...strokes(scene, source, progress.fine)], page, (color) =>
    color.length === 7 ? color : tint(color),
  );
}

/** The facets of a cut-out end in triangles; its own outline makes them sharp. */
async function trim(pixels: Pixels, outline: string): Promise<Pixels> {
  const { data } = await rasterise(outline);
  const { width, height } = pixels;
  const trimmed = await open(pixels)
    .composite([{ input: data, raw: { width, height, channels: 4 }, blend: "dest-in" }])
    .raw()
    .toBuffer();
  return { ...pixels, data: trimmed };
}

async function pixelsOf(sketch: Sketch, progress: Progress, page: Page): Promise<Pixels> {
  if (sketch.style.resample === "pixels")
    return enlarge(await gridOf(sketch, progress), page.widthPx, page.heightPx);
  const pixels = await rasterise(await drawSvg(sketch, progress, page));
  if (sketch.style.resample !== "facets" || sketch.opaque) return pixels;
  return trim(pixels, svgOf(layersUpTo(sketch, progress.layers), page, sketch.tint));
}

/** The finished picture in bytes. */
export async function render(sketch: Sketch, format: RasterFormat, quality: number): Promise<Uint8Array> {
  const pixels = await finishPixels(
    await pixelsOf(sketch, finished, sketch.page),
    sketch.style.finish,
    sketch.opaque,
  );
  return encode(pixels, format, quality, sketch.opaque);
}

/** A stage on the way: drawn small, blurred the more the earlier (`share` 0..1), and enlarged. */
export async function renderRough(
  sketch: Sketch,
  share: number,
  format: RasterFormat,
  quality: number,
): Promise<Uint8Array> {
  const { widthPx, heightPx } = sketch.page;
  const progress: Progress = {
    layers: Math.min(1, 0.22 + share * 1.05),
    fine: sketch.style.resample === "pixels" ? 2 ** Math.round(-3.2 * (1 - share)) : share,
  };
  const page =
    sketch.style.resample === "pixels"
      ? sketch.page
      : shrink(sketch.page, 160 + (sketch.style.resample === null ? 440 : 220) * share);
  const small = await pixelsOf(sketch, progress, page);
  const sigma = sketch.style.resample === null ? (1 - share) ** 1.6 * (page.widthPx / 34) : 0;
  const soft = sigma > 0.35 ? open(small).blur(sigma) : open(small);
  const data = await soft.resize(widthPx, heightPx, { fit: "fill", kernel: "linear" }).raw().toBuffer();
  return encode({ data, width: widthPx, height: heightPx }, format, quality, sketch.opaque);
}
