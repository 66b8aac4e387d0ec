import type { Mark } from "@/lib/domain/share/review";
import styles from "./wall/wall.module.css";

const MARKS = [
  { mark: "reject", label: "Reject" },
  { mark: "pick", label: "Pick" },
] as const satisfies { mark: Mark; label: string }[];

type MarkButtonsProps = { mark: Mark | null; onMark(mark: Mark | null): void };

/** What the visitor thinks of a picture, on its tile. A second press takes it back. */
export function MarkButtons({ mark, onMark }: MarkButtonsProps) {
  return MARKS.map(({ mark: wanted, label }) => (
    <button
      key={wanted}
      type="button"
      className={`${styles.mark} ${styles[wanted]}`}
      aria-label={label}
      aria-pressed={mark === wanted}
      onClick={() => onMark(mark === wanted ? null : wanted)}
    />
  ));
}
