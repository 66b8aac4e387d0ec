export const GONE_TITLE = "This gallery is not available";

/** What everyone sees where there is no gallery: wrong, ended and taken back look the same. */
export function GoneNotice() {
  return (
    <main className="grid min-h-dvh place-content-center gap-2 bg-panel p-6 text-center">
      <h1 className="font-medium text-title">{GONE_TITLE}</h1>
      <p className="max-w-[44ch] text-ink-muted text-lead">
        The link may have ended. Ask the person who sent it for a new one.
      </p>
    </main>
  );
}
