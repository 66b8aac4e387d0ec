import { Pause, Play } from "lucide-react";
import { KEYS, shownKey } from "@/lib/client/keys/keys";
import { LightTableButton } from "./light-table-button";
import { SLIDE_SECONDS, type Slideshow } from "./use-slideshow";

/** Starts and pauses the slideshow, and sets its pace while it runs. */
export function SlideshowControls({ slideshow }: { slideshow: Slideshow }) {
  const { isRunning, toggle, seconds, setSeconds } = slideshow;
  return (
    <>
      {isRunning && (
        <select
          aria-label="Seconds for each picture"
          value={seconds}
          onChange={(event) => setSeconds(Number(event.target.value))}
          className="frame h-11 px-1.5 desk:h-control"
        >
          {SLIDE_SECONDS.map((choice) => (
            <option key={choice} value={choice}>
              {choice} s
            </option>
          ))}
        </select>
      )}
      <LightTableButton
        icon={isRunning ? Pause : Play}
        label="Slideshow"
        keys={shownKey(KEYS.lightTable.slideshow)}
        aria-pressed={isRunning}
        onClick={toggle}
      />
    </>
  );
}
