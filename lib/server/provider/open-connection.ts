import "server-only";
import { Agent, buildConnector } from "undici";
import type { Departure } from "./departure";

/**
 * What one call travels on: a connection of its own. A kept one can be closed by the server just as a call is written
 * to it, and then nobody knows whether it was paid for. (`Connection: close` would do the same, but after it undici
 * takes an answer that is cut off for a whole one.) The request is written in the turn in which the connection is
 * handed over, so that is where it is asked whether it may still leave.
 *
 * Our own connect deadline, and none of undici's five minutes for headers and body: the watchdog has those.
 */
export function openConnection(departure: Pick<Departure, "leave">, connectMs: number): Agent {
  const connect = buildConnector({ timeout: connectMs });
  const guarded: buildConnector.connector = (options, callback) =>
    connect(options, (...made) => {
      const [error, socket] = made;
      if (error) return callback(error, null);
      try {
        departure.leave();
      } catch (refusal) {
        socket?.destroy();
        return callback(refusal instanceof Error ? refusal : new Error("Refused."), null);
      }
      callback(...made);
    });
  const ownConnection = { keepAliveTimeout: 1, keepAliveMaxTimeout: 1 };
  return new Agent({ connect: guarded, headersTimeout: 0, bodyTimeout: 0, ...ownConnection });
}
