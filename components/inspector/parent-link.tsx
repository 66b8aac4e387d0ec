import type { PlacedImage } from "@/lib/client/gallery/gallery-lookup";

/** The picture that this one iterates on, as a way to it. */
export function ParentLink({
  parent: { generation, image },
  open,
}: {
  parent: PlacedImage;
  open(imageId: string | null): void;
}) {
  if (image.deletedAt !== null) return "A deleted picture";
  return (
    <button
      type="button"
      onClick={() => open(image.id)}
      className="flex min-h-6 max-w-full items-center gap-2 rounded-xs text-left underline decoration-line-heavy underline-offset-3 hover:decoration-ink"
    >
      {image.state === "completed" && (
        <img
          src={image.thumbnailUrl}
          alt=""
          width={image.widthPx}
          height={image.heightPx}
          className="size-6 shrink-0 rounded-xs object-cover"
        />
      )}
      <span className="truncate">
        {image.index + 1} of {generation.imageCount}, {generation.prompt}
      </span>
    </button>
  );
}
