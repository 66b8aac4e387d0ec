"use client";

import { useSyncExternalStore } from "react";

const TO_THE_MINUTE = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
const TO_THE_SECOND = { ...TO_THE_MINUTE, second: "2-digit" } as const;

const subscribe = () => () => undefined;

/**
 * A time of day in the person's own zone, with the full date on hover. The server does not know the
 * zone: until the browser does, the same width is kept and nothing is shown.
 */
export function LocalTime({ iso, seconds = false }: { iso: string; seconds?: boolean }) {
  const isKnown = useSyncExternalStore(
    subscribe,
    () => true,
    () => false,
  );
  const date = new Date(iso);
  const time = seconds ? TO_THE_SECOND : TO_THE_MINUTE;
  if (!isKnown)
    return (
      <time dateTime={iso} className="invisible">
        {date.toLocaleTimeString("en-GB", { ...time, timeZone: "UTC" })}
      </time>
    );
  const isToday = date.toDateString() === new Date().toDateString();
  const day = isToday ? "" : `${date.toLocaleDateString("en-GB", { day: "numeric", month: "short" })}, `;
  return (
    <time dateTime={iso} title={date.toLocaleString()}>
      {day}
      {date.toLocaleTimeString("en-GB", time)}
    </time>
  );
}
