import { type ReactNode, useId } from "react";

/** A part of the settings under its heading. */
export function SettingsSection({
  title,
  note,
  children,
}: {
  title: string;
  note: ReactNode;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className="font-semibold">
        {title}
      </h3>
      <p className="mt-0.5 mb-3 text-pretty text-ink-muted">{note}</p>
      {children}
    </section>
  );
}
