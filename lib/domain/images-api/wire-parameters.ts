/** The parameters of a request by wire name. Null is the same as absent, as the API has it. */
export type WireParameters = ReadonlyMap<string, unknown>;

/** Parameters from pairs, without the nulls. */
export function toWireParameters(entries: Iterable<[string, unknown]>): WireParameters {
  return new Map([...entries].filter(([, value]) => value !== null && value !== undefined));
}
