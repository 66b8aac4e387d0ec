import { Activity, Blend, type LucideIcon, Maximize } from "lucide-react";
import { useState } from "react";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import type { ImageModel } from "@/lib/domain/models/image-model";
import { type Capability, capabilitiesOf, priceWords } from "./capabilities";
import { lifecycleWords } from "./lifecycle-words";
import { modelGroups } from "./model-groups";

const ICONS: Record<Capability, LucideIcon> = {
  "Develops live": Activity,
  Transparent: Blend,
  "Free sizes": Maximize,
};

type ModelFieldProps = {
  model: ImageModel;
  models: readonly ImageModel[];
  listedModelIds: readonly string[] | null;
  onChoose(model: ImageModel): void;
};

/** The model, and under it what it can do, what it costs and how long it will be there. */
export function ModelField({ model, models, listedModelIds, onChoose }: ModelFieldProps) {
  const [today] = useState(() => new Date());
  const choose = (id: string) => {
    const chosen = models.find((model) => model.id === id);
    if (chosen) onChoose(chosen);
  };
  const capabilities = capabilitiesOf(model);
  const lifecycle = lifecycleWords(model, today, listedModelIds);
  const summary = capabilities.length > 0 ? `${model.summary}.` : null;
  return (
    <Field label="Model" reserve={false}>
      {(wiring, noteId) => (
        <>
          <Select
            {...wiring}
            name="model"
            value={model.id}
            aria-describedby={noteId}
            onChange={(event) => choose(event.currentTarget.value)}
          >
            {modelGroups(models, today).map(({ heading, models }) => (
              <ModelGroupOptions key={heading} heading={heading} models={models} />
            ))}
          </Select>
          <div id={noteId} className="mt-1.5 flex min-h-[52px] flex-col gap-1 text-caption">
            <p key={model.id} className="flex h-4 items-center gap-3 text-ink-muted">
              {capabilities.map((name) => (
                <CapabilityMark key={name} name={name} />
              ))}
              {capabilities.length === 0 && model.summary}
            </p>
            <p className="text-pretty text-ink-faint">
              {lifecycle ? joined(priceWords(model), lifecycle) : joined(summary, priceWords(model))}
            </p>
          </div>
        </>
      )}
    </Field>
  );
}

/** Where several providers serve, with the one that serves it. */
function servedLabel({ label, providerLabel }: ImageModel): string {
  return providerLabel === null ? label : `${label} · ${providerLabel}`;
}

function joined(...sentences: (string | null)[]): string {
  return sentences.filter(Boolean).join(" ");
}

function ModelGroupOptions({ heading, models }: { heading: string | null; models: readonly ImageModel[] }) {
  const options = models.map((model) => (
    <option key={model.id} value={model.id}>
      {servedLabel(model)}
    </option>
  ));
  return heading === null ? options : <optgroup label={heading}>{options}</optgroup>;
}

function CapabilityMark({ name }: { name: Capability }) {
  const Icon = ICONS[name];
  return (
    <span className="flex items-center gap-1">
      <Icon aria-hidden size={12} className="text-ink-faint" />
      {name}
    </span>
  );
}
