import * as z from "zod";
import type { RecordedCall } from "./call-log";
import { type FaultQueue, queuedFaultSchema } from "./fault-queue";
import { type Holds, heldCallsSchema, nextEventsSchema } from "./holds";

/** One fault, or a list of them. */
const faultsSchema = z.preprocess((value) => [value].flat(), z.array(queuedFaultSchema));

type Controls = { calls: RecordedCall[]; faults: FaultQueue; holds: Holds };

type ControlRoute = (controls: Controls, request: Request) => Promise<Response> | Response;

const ROUTES: Record<string, ControlRoute> = {
  "GET /_calls": ({ calls }) => Response.json(calls),
  "DELETE /_calls": ({ calls }) => {
    calls.length = 0;
    return new Response(null, { status: 204 });
  },
  "GET /_faults": ({ faults }) => Response.json(faults.list()),
  "POST /_faults": ({ faults }, request) =>
    whenValid(request, faultsSchema, (list) => {
      for (const fault of list) faults.add(fault);
      return Response.json(faults.list(), { status: 201 });
    }),
  "DELETE /_faults": ({ faults }) => {
    faults.clear();
    return new Response(null, { status: 204 });
  },
  "POST /_holds": ({ holds }, request) =>
    whenValid(request, heldCallsSchema, ({ match }) => {
      holds.hold(match);
      return new Response(null, { status: 201 });
    }),
  "POST /_holds/next": ({ holds }, request) =>
    whenValid(request, nextEventsSchema, ({ match, events }) => heldOrNot(holds.next(match, events))),
  "POST /_holds/release": ({ holds }, request) =>
    whenValid(request, heldCallsSchema, ({ match }) => heldOrNot(holds.release(match))),
};

async function whenValid<Body>(
  request: Request,
  schema: z.ZodType<Body>,
  answer: (body: Body) => Response,
): Promise<Response> {
  const parsed = schema.safeParse(await request.json());
  return parsed.success ? answer(parsed.data) : new Response(z.prettifyError(parsed.error), { status: 400 });
}

function heldOrNot(wasHeld: boolean): Response {
  return wasHeld
    ? new Response(null, { status: 204 })
    : new Response("Nothing is held by that name.", { status: 404 });
}

/** The answer of a control route; null when the request is for the API itself. */
export async function answerControl(controls: Controls, request: Request): Promise<Response | null> {
  const route = ROUTES[`${request.method} ${new URL(request.url).pathname}`];
  return route ? route(controls, request) : null;
}
