/** The lamp and the name; on a phone the lamp alone. */
export function Wordmark() {
  return (
    <span className="flex items-center gap-1.5 font-semibold text-lead tracking-[-0.01em]">
      <svg aria-hidden="true" viewBox="0 0 20 20" width={20} height={20} fill="none">
        <path d="M10 2.5v4" className="stroke-line-heavy" strokeWidth={1.5} strokeLinecap="round" />
        <path d="M3.5 12.5a6.5 6.5 0 0 1 13 0z" className="fill-accent" />
        <path d="M6.5 16h7" className="stroke-accent" strokeWidth={1.5} strokeLinecap="round" opacity={0.6} />
      </svg>
      <span className="max-desk:sr-only">Safelight</span>
    </span>
  );
}
