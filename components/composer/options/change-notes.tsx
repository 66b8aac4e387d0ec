/** What the last choice changed elsewhere, said once. Its place is reserved, so nothing moves. */
export function ChangeNotes({ note }: { note: string }) {
  return (
    <p aria-live="polite" className="text-pretty text-caption text-ink-muted desk:min-h-4">
      {note}
    </p>
  );
}
