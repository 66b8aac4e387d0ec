import { useEffect, useEffectEvent, useState } from "react";

export const SLIDE_SECONDS = [3, 5, 10] as const;

export type Slideshow = {
  isRunning: boolean;
  toggle(): void;
  stop(): void;
  seconds: number;
  setSeconds(seconds: number): void;
};

/** Pages by itself while it runs and someone can see it. Whoever pages by hand gets the whole time for that picture too. */
export function useSlideshow(openId: string, next: () => void): Slideshow {
  const [isRunning, setIsRunning] = useState(false);
  const [seconds, setSeconds] = useState<number>(SLIDE_SECONDS[1]);
  const page = useEffectEvent(() => {
    if (!document.hidden) next();
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another picture begins another time.
  useEffect(() => {
    if (!isRunning) return;
    const timer = setInterval(page, seconds * 1000);
    return () => clearInterval(timer);
  }, [isRunning, seconds, openId]);
  return {
    isRunning,
    toggle: () => setIsRunning(!isRunning),
    stop: () => setIsRunning(false),
    seconds,
    setSeconds,
  };
}
