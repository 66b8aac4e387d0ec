import * as z from "zod";
import type { RecordedCall } from "./call-log";
import { type FaultQueue, queuedFaultSchema } from "./fault-queue";

/** One fault, or a list of them. */
const faultsSchema = z.preprocess((value) => [value].flat(), z.array(queuedFaultSchema));

type Controls = { calls: RecordedCall[]; faults: FaultQueue };

type ControlRoute = (controls: Controls, request: Request) => Promise<Response> | Response;

const ROUTES: Record<string, ControlRoute> = {
  "GET /_calls": ({ calls }) => Response.json(calls),
  "DELETE /_calls": ({ calls }) => {
    calls.length = 0;
    return new Response(null, { status: 204 });
  },
  "GET /_faults": ({ faults }) => Response.json(faults.list()),
  "POST /_faults": async ({ faults }, request) => {
    const parsed = faultsSchema.safeParse(await request.json());
    if (!parsed.success) return new Response(z.prettifyError(parsed.error), { status: 400 });
    for (const fault of parsed.data) faults.add(fault);
    return Response.json(faults.list(), { status: 201 });
  },
  "DELETE /_faults": ({ faults }) => {
    faults.clear();
    return new Response(null, { status: 204 });
  },
};

/** The answer of a control route; null when the request is for the API itself. */
export async function answerControl(controls: Controls, request: Request): Promise<Response | null> {
  const route = ROUTES[`${request.method} ${new URL(request.url).pathname}`];
  return route ? route(controls, request) : null;
}
