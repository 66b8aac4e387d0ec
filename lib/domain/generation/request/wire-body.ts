/** JSON for the wire: its names, and nothing that was not chosen. */
export type WireBody = { model: string; [wireName: string]: unknown };
