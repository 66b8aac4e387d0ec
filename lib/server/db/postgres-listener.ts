import "server-only";
import { Client } from "pg";
import { assertChannelName } from "@/lib/server/ports/database";

type Subscription = { channel: string; onPayload: (payload: string) => void; onGap: () => void };

export type PostgresListener = {
  /** See `Database.listen`. */
  listen(
    channel: string,
    onPayload: (payload: string) => void,
    onGap?: () => void,
  ): Promise<() => Promise<void>>;
  close(): Promise<void>;
};

/** A server that restarts is found again within this time of coming back. */
const reconnectDelayMs = 1000;
/** How long a connection that died without a word goes unnoticed, at most: one interval and one time-out. */
const heartbeatIntervalMs = 15_000;
const heartbeatTimeoutMs = 5000;

/**
 * Hears notifications on one connection of its own, made at the first `listen`, and made again whenever it is lost:
 * a pool hands its connections around, and LISTEN belongs to one of them.
 */
export function openPostgresListener(url: string): PostgresListener {
  const subscriptions = new Set<Subscription>();
  let connecting: Promise<Client> | null = null;
  let retryTimer: NodeJS.Timeout | null = null;
  let isClosed = false;

  function connected(): Promise<Client> {
    connecting ??= connect();
    return connecting;
  }

  async function connect(): Promise<Client> {
    const client = new Client({ connectionString: url, keepAlive: true, query_timeout: heartbeatTimeoutMs });
    const heartbeat = setInterval(() => client.query("SELECT 1").catch(lose), heartbeatIntervalMs).unref();
    let isLost = false;

    function lose(): void {
      if (isLost) return;
      isLost = true;
      clearInterval(heartbeat);
      connecting = null;
      client.end().catch(() => {});
      if (!isClosed && subscriptions.size > 0) retryTimer = setTimeout(reconnect, reconnectDelayMs).unref();
    }
    client.on("error", lose);
    client.on("end", lose);
    client.on("notification", ({ channel, payload }) => {
      for (const subscription of subscriptions)
        if (subscription.channel === channel) subscription.onPayload(payload ?? "");
    });
    try {
      await client.connect();
      for (const channel of new Set([...subscriptions].map(({ channel }) => channel)))
        await client.query(`LISTEN ${channel}`);
    } catch (error) {
      lose();
      throw error;
    }
    return client;
  }

  async function reconnect(): Promise<void> {
    try {
      await connected();
      for (const { onGap } of subscriptions) onGap();
    } catch {
      // `lose` has set the timer for the next try.
    }
  }

  return {
    async listen(channel, onPayload, onGap = () => {}) {
      assertChannelName(channel);
      const subscription = { channel, onPayload, onGap };
      const client = await connected();
      await client.query(`LISTEN ${channel}`);
      subscriptions.add(subscription);
      return async () => {
        subscriptions.delete(subscription);
      };
    },
    async close() {
      isClosed = true;
      if (retryTimer) clearTimeout(retryTimer);
      subscriptions.clear();
      const client = await connecting?.catch(() => null);
      await client?.end();
    },
  };
}
