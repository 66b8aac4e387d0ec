import type { Control } from "@/lib/domain/models/options/controls";

/** What every control of an option gets, whatever its kind. */
export type OptionControlProps<Kind extends Control["kind"]> = {
  control: Extract<Control, { kind: Kind }>;
  /** Whether the value is a choice; otherwise it is what the provider does by itself. */
  isChosen: boolean;
  error: string | undefined;
  onChoose(value: string | number): void;
};
