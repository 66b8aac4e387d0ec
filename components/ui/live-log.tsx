/** Says each line once to assistive technology, also two that come together, and shows nothing. Keep it mounted. */
export function LiveLog({ lines }: { lines: readonly { id: number; text: string }[] }) {
  return (
    <div role="log" aria-live="polite" aria-relevant="additions" className="sr-only">
      {lines.map(({ id, text }) => (
        <p key={id}>{text}</p>
      ))}
    </div>
  );
}
