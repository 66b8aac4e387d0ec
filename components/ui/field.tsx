import type { ReactNode } from "react";

type FieldProps = {
  /** The id of the control inside; its note is `noteId(id)`. */
  id: string;
  label: string;
  /** Stands at the end of the label's line: a value, a counter. */
  aside?: ReactNode;
  /** Help, or why the control is disabled. */
  note?: string | null | undefined;
  /** Takes the note's place. */
  error?: string | null | undefined;
  /** Keeps one line free under the control, so that a message moves nothing. */
  reserve?: boolean;
  /** Dims the label of a value that nobody chose. */
  quiet?: boolean;
  className?: string;
  children: ReactNode;
};

/** Label, control and message, in a column. The control takes `id` and `aria-describedby={describedBy(…)}`. */
export function Field({
  id,
  label,
  aside,
  note,
  error,
  reserve = true,
  quiet = false,
  className = "",
  children,
}: FieldProps) {
  const message = error ?? note;
  return (
    <div className={`flex min-w-0 flex-col ${className}`}>
      <div className="mb-1 flex h-5 items-center justify-between gap-2">
        <label htmlFor={id} className={`truncate font-medium ${quiet ? "text-ink-muted" : ""}`}>
          {label}
        </label>
        {aside}
      </div>
      {children}
      {(reserve || message) && (
        <p
          id={noteId(id)}
          className={`mt-0.5 min-h-4 text-pretty text-caption ${error ? "text-danger" : "text-ink-faint"}`}
        >
          {message}
        </p>
      )}
    </div>
  );
}

export function noteId(id: string): string {
  return `${id}-note`;
}

/** The value of `aria-describedby`: the field's message while there is one. */
export function describedBy(id: string, message: string | null | undefined): string | undefined {
  return message ? noteId(id) : undefined;
}
