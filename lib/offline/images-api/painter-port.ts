import "server-only";

export type PictureFormat = "png" | "jpeg" | "webp" | "svg" | "gif";
export type Detail = "low" | "medium" | "high";

/** What to draw. The same request always gives the same picture; another variant, another one. */
export type PictureRequest = {
  prompt: string;
  variant: number;
  widthPx: number;
  heightPx: number;
  background: "auto" | "opaque" | "transparent";
  detail: Detail;
};

/** Draws pictures. `compression` is 0–100 as the Images API counts it; `step` is 0-based. */
export type Painter = {
  paint(request: PictureRequest, format: PictureFormat, compression: number): Promise<Uint8Array>;
  paintPartial(
    request: PictureRequest,
    format: PictureFormat,
    compression: number,
    step: number,
    steps: number,
  ): Promise<Uint8Array>;
};
