const CAP =
  "inline-grid h-[18px] min-w-[18px] place-items-center rounded-xs border border-line-strong bg-field px-1";

/** One key of a keyboard, as it is printed on it. Decoration beside a control that names its keys itself. */

export function Kbd({ children }: { children: string }) {
  return (
    <kbd className={`${CAP} font-medium font-sans text-caption text-ink-muted leading-none`}>{children}</kbd>
  );
}
