/** The number of a pin, in the picture and beside its comment. */

const DOT =
  "grid size-5 shrink-0 place-items-center rounded-full border border-on-veil font-semibold text-caption";
export function PinMark({ number, isResolved }: { number: number; isResolved: boolean }) {
  return (
    <span className={`${DOT} ${isResolved ? "bg-veil text-on-veil" : "bg-accent text-on-accent"}`}>
      {number}
    </span>
  );
}
