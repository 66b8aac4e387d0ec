import type { ReactNode } from "react";
import { LocalTime } from "@/components/ui/local-time";
import type { PlacedImage } from "@/lib/client/gallery/gallery-lookup";
import { useStudio } from "@/lib/client/studio/studio-context";
import { formatUsd } from "@/lib/client/words/format-usd";
import type { CompletedImage } from "@/lib/domain/generation/image";
import { optionFacts } from "@/lib/domain/generation/used-options";
import { optionWords } from "@/lib/domain/models/options/option-words";
import { formatBytes, formatDuration } from "@/lib/domain/text/figures";
import { ParentLink } from "./parent-link";

type InspectorDetailsProps = {
  placed: PlacedImage;
  parent: PlacedImage | null;
  open(imageId: string | null): void;
};

/** Everything else that is known about a picture: recipe, cost, time, file, lineage. */
export function InspectorDetails({ placed: { generation, image }, parent, open }: InspectorDetailsProps) {
  const model = useStudio().models.find(({ id }) => id === generation.modelId) ?? null;
  const used = image.state === "completed" ? image.used : {};
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1.5">
      <Fact name="Model">{model?.label ?? generation.modelId}</Fact>
      {optionFacts(generation, used, model).map(({ label, asked, used }) => (
        <Fact key={label} name={label}>
          {used === null ? optionWords(asked) : <Differing asked={asked} used={used} />}
        </Fact>
      ))}
      {image.state === "completed" && <FileFacts image={image} />}
      <Fact name="Asked for">
        <LocalTime iso={generation.createdAt} seconds />
      </Fact>
      {parent && (
        <Fact name="Iterates on">
          <ParentLink parent={parent} open={open} />
        </Fact>
      )}
    </dl>
  );
}

function FileFacts({ image }: { image: CompletedImage }) {
  return (
    <>
      <Fact name="Cost">{image.costUsd === null ? "Not known" : formatUsd(image.costUsd)}</Fact>
      <Fact name="Took">{formatDuration(image.durationMs)}</Fact>
      <Fact name="Pixels">
        {image.widthPx} × {image.heightPx}
      </Fact>
      <Fact name="File">
        {image.contentType.replace("image/", "").toUpperCase()}, {formatBytes(image.sizeBytes)}
      </Fact>
    </>
  );
}

/** Asked and used side by side: "asked Auto, used High". */
function Differing({ asked, used }: { asked: string; used: string }) {
  return (
    <span className="flex flex-wrap gap-x-3">
      <span className="text-ink-muted">asked {optionWords(asked)}</span>
      <span>used {optionWords(used)}</span>
    </span>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-faint">{name}</dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </>
  );
}
