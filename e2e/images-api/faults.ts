import * as z from "zod";
import type { Fault } from "./fault";
import { PICTURE_FAULTS } from "./picture-faults";
import { REFUSAL_FAULTS } from "./refusal-faults";
import { STREAM_FAULTS } from "./stream-faults";

const TABLE = { ...REFUSAL_FAULTS, ...STREAM_FAULTS, ...PICTURE_FAULTS };
export type FaultName = keyof typeof TABLE;

/** Every fault by name. */
export const FAULTS: Readonly<Record<FaultName, Fault>> = TABLE;

/** What someone is told who asks for another. */
export const UNKNOWN_FAULT = `There is no such fault. There are: ${Object.keys(TABLE).join(", ")}.`;

/** A name of the table. */
export const faultNameSchema = z.custom<FaultName>(
  (name) => typeof name === "string" && Object.hasOwn(TABLE, name),
  { error: UNKNOWN_FAULT },
);
