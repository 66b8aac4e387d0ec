import type { Size } from "@/lib/domain/models/options/size";

const BOX_PX = 16;

/** The outline of a size, to scale, in a box of 16 px. */
export function SizeShape({ size: { widthPx, heightPx } }: { size: Size }) {
  const scale = BOX_PX / Math.max(widthPx, heightPx);
  const [width, height] = [Math.max(3, widthPx * scale - 1), Math.max(3, heightPx * scale - 1)];
  return (
    <svg aria-hidden="true" width={BOX_PX} height={BOX_PX} className="shrink-0">
      <rect
        x={(BOX_PX - width) / 2}
        y={(BOX_PX - height) / 2}
        width={width}
        height={height}
        rx={1}
        className="fill-hover stroke-line-heavy"
      />
    </svg>
  );
}
