import { useEffect, useRef } from "react";
import { thumbHashToRGBA } from "thumbhash";

/** The blur that stands behind a picture until it is there: about 32 pixels wide, drawn by hand. */
export function Thumbhash({ hash }: { hash: string }) {
  const ref = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const canvas = ref.current;
    const pixels = pixelsOf(hash);
    if (!canvas || !pixels) return;
    canvas.width = pixels.width;
    canvas.height = pixels.height;
    canvas.getContext("2d")?.putImageData(pixels, 0, 0);
  }, [hash]);
  return <canvas ref={ref} aria-hidden className="absolute inset-0 size-full" />;
}

/** Null where the hash cannot be read: a placeholder is no reason to fail. */
function pixelsOf(hash: string): ImageData | null {
  try {
    const { w, h, rgba } = thumbHashToRGBA(Uint8Array.from(atob(hash), (char) => char.charCodeAt(0)));
    return new ImageData(new Uint8ClampedArray(rgba), w, h);
  } catch {
    return null;
  }
}
