/** Where the tests of a project find databases, each of which begins as a copy of one that is empty. */
export type ProvidedDatabase =
  | {
      kind: "pglite";
      /** A data folder: making one takes seconds, a copy none. */
      folder: string;
    }
  | {
      kind: "postgres";
      /** The server, as who may make databases. */
      url: string;
      /** A database of it, with every migration. */
      template: string;
    };

declare module "vitest" {
  export interface ProvidedContext {
    testDatabase: ProvidedDatabase;
  }
}
