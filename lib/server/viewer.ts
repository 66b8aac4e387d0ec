import "server-only";

/** Who asks. Every query is scoped by it. */
export type Viewer = { id: string };

/** The one owner of a studio without accounts. */
export const LOCAL_OWNER: Viewer = { id: "local" };
