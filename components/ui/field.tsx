import { type ReactNode, useId } from "react";

/** What ties a control to its label and its message; it is spread over the control. */
export type FieldWiring = {
  id: string;
  "aria-invalid": boolean;
  "aria-describedby": string | undefined;
};

type FieldProps = {
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
  /** The control, or several of which the first is the label's. `noteId` is for one that says its message itself. */
  children(wiring: FieldWiring, noteId: string): ReactNode;
};

/** Label, control and message, in a column. */
export function Field({
  label,
  aside,
  note,
  error,
  reserve = true,
  quiet = false,
  className = "",
  children,
}: FieldProps) {
  const id = useId();
  const noteId = `${id}-note`;
  const message = error ?? note;
  const wiring = {
    id,
    "aria-invalid": Boolean(error),
    "aria-describedby": message ? noteId : undefined,
  };
  return (
    <div className={`flex min-w-0 flex-col ${className}`}>
      <div className="mb-1 flex h-5 items-center justify-between gap-2">
        <label htmlFor={id} className={`truncate font-medium ${quiet ? "text-ink-muted" : ""}`}>
          {label}
        </label>
        {aside}
      </div>
      {children(wiring, noteId)}
      {(reserve || message) && (
        <p
          id={noteId}
          className={`mt-0.5 min-h-4 text-pretty text-caption ${error ? "text-danger" : "text-ink-faint"}`}
        >
          {message}
        </p>
      )}
    </div>
  );
}
