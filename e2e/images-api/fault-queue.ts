import * as z from "zod";
import { type FaultName, faultNameSchema } from "./faults";

/** A fault to come: for requests whose prompt has `match` in it, `times` of them. */
export const queuedFaultSchema = z.strictObject({
  name: faultNameSchema,
  match: z.string().default(""),
  times: z.int().positive().default(1),
});
export type QueuedFault = z.input<typeof queuedFaultSchema>;

export type FaultQueue = {
  add(fault: QueuedFault): void;
  clear(): void;
  list(): z.output<typeof queuedFaultSchema>[];
  /**
   * The fault for a prompt: the one it asks for itself as `[fault:NAME]`, else the first that matches.
   * `unknown` when the prompt asks for one that does not exist.
   */
  take(prompt: string): { name: FaultName; isFirst: boolean } | null | "unknown";
};

/** The faults that wait for requests, and a memory of which prompts have met which fault. */
export function createFaultQueue(): FaultQueue {
  let queue: z.output<typeof queuedFaultSchema>[] = [];
  const met = new Set<string>();

  function next(prompt: string): FaultName | null | "unknown" {
    const asked = /\[fault:([^\]]*)\]/.exec(prompt)?.[1];
    if (asked !== undefined) return faultNameSchema.safeParse(asked).data ?? "unknown";
    const fault = queue.find(({ match }) => prompt.includes(match));
    if (!fault) return null;
    fault.times -= 1;
    queue = queue.filter(({ times }) => times > 0);
    return fault.name;
  }

  return {
    add: (fault) => void queue.push(queuedFaultSchema.parse(fault)),
    clear() {
      queue = [];
      met.clear();
    },
    list: () => queue,
    take(prompt) {
      const name = next(prompt);
      if (name === null || name === "unknown") return name;
      const isFirst = !met.has(`${name} ${prompt}`);
      met.add(`${name} ${prompt}`);
      return { name, isFirst };
    },
  };
}
