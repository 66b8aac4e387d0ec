import "server-only";
import type { Time } from "@/lib/offline/painter/words/brief";
import type { Scheme } from "./scheme";
import { darkSchemes } from "./schemes-dark";
import { lightSchemes } from "./schemes-light";

/** Harmonies by hour. */
export const schemes: Record<Time, readonly [Scheme, ...Scheme[]]> = { ...lightSchemes, ...darkSchemes };
