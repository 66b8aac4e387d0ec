import type { DiffPart } from "@/lib/domain/generation/prompt-diff";

const LOOKS = {
  kept: { Element: "span", className: "" },
  deleted: { Element: "del", className: "text-ink-faint decoration-danger [&+ins]:ml-1" },
  inserted: {
    Element: "ins",
    className: "text-added decoration-1 underline-offset-3",
  },
} as const satisfies Record<DiffPart["kind"], object>;

/** Parts of a text with what went struck through and what came underlined: colour is only the second sign. */
export function DiffText({ parts }: { parts: readonly DiffPart[] }) {
  return parts.map(({ kind, text }, place) => {
    const { Element, className } = LOOKS[kind];
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity and no state.
      <Element key={place} className={className}>
        {text}
      </Element>
    );
  });
}
