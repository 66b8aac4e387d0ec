import "server-only";

/** What one waits at and others ring. A ring before the wait is not lost: it ends it at once. */
export function openBell() {
  let isRung = false;
  let wakeUp = () => {};
  return {
    ring(): void {
      isRung = true;
      wakeUp();
    },
    /** Forgets rings until now: what they told of is about to be looked at. */
    hush(): void {
      isRung = false;
    },
    /** As soon as it was rung since the last `hush`, after `timeoutMs` at the latest. */
    async rung(timeoutMs: number): Promise<void> {
      if (isRung) return;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, Math.max(0, timeoutMs));
        wakeUp = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      wakeUp = () => {};
    },
  };
}
