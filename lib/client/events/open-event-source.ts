export type EventSourceHandlers<E> = {
  /** Every connection begins with a snapshot, which heals what was missed. */
  onEvent(event: E): void;
  onConnection?(state: "live" | "lost"): void;
  /** Asked at every loss, before it connects again; false ends it for good. */
  mayReconnect?(): Promise<boolean>;
};

/** The first pause after a loss; each loss without an event in between doubles it. */
const PAUSE_MIN_MS = 1_000;
const PAUSE_MAX_MS = 30_000;

/**
 * Hears events until it is closed, whatever happens to the connection. The browser's own EventSource gives up
 * for good on an answer that is no stream, such as a proxy's 502 while the studio restarts, and sleeps through
 * what happens while the page is kept out of sight or the network is away.
 * @returns what closes it
 */
export function openEventSource<E>(
  url: string,
  { onEvent, onConnection = () => undefined, mayReconnect = async () => true }: EventSourceHandlers<E>,
): () => void {
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let losses = 0;
  let isClosed = false;

  const connect = () => {
    clearTimeout(timer);
    source?.close();
    const opened = new EventSource(url);
    source = opened;
    opened.onopen = () => onConnection("live");
    opened.onmessage = ({ data }) => {
      losses = 0;
      onEvent(JSON.parse(data));
    };
    opened.onerror = () => void lose(opened);
  };
  const lose = async (lost: EventSource) => {
    lost.close();
    if (source !== lost) return;
    source = null;
    onConnection("lost");
    const isWanted = await mayReconnect();
    if (!isWanted) return close();
    // Something else may have connected meanwhile.
    if (isClosed || source) return;
    timer = setTimeout(connect, pauseMs(losses));
    losses += 1;
  };
  const onPageShow = (event: PageTransitionEvent) => event.persisted && connect();
  const close = () => {
    isClosed = true;
    clearTimeout(timer);
    source?.close();
    removeEventListener("online", connect);
    removeEventListener("pageshow", onPageShow);
  };
  addEventListener("online", connect);
  addEventListener("pageshow", onPageShow);
  connect();
  return close;
}

/** All pages lose a studio that restarts at the same moment; they do not all come back at the same moment. */
function pauseMs(losses: number): number {
  const pause = Math.min(PAUSE_MAX_MS, PAUSE_MIN_MS * 2 ** losses);
  return pause * (0.5 + Math.random() / 2);
}
