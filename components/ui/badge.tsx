import type { ReactNode } from "react";

const TONES = {
  /** A fact. */
  neutral: "bg-hover text-ink-muted",
  /** Something that is happening now. */
  live: "bg-accent-soft text-accent",
  danger: "bg-danger-soft text-danger",
  /** On top of pictures, whatever the theme. */
  overPicture: "bg-veil text-on-veil",
} as const;

/** A short label that is no control: one or two words, 20 px high. */
export function Badge({ tone = "neutral", children }: { tone?: keyof typeof TONES; children: ReactNode }) {
  return (
    <span
      className={`inline-flex h-5 shrink-0 items-center gap-1 whitespace-nowrap rounded-xs px-1.5 font-medium text-caption ${TONES[tone]}`}
    >
      {children}
    </span>
  );
}
