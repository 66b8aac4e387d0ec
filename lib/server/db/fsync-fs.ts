import "server-only";
import fs from "node:fs";
import { PGlite } from "@electric-sql/pglite";
import { NodeFS } from "@electric-sql/pglite/nodefs";

/** The only release this is known to work with: everything below leans on its internals. */
export const pgliteVersion = "0.5.16";

/** The part of Emscripten's NODEFS used here; `nfd` is Node's file descriptor. */
type NodeFsInternals = {
  stream_ops: { fsync?: (stream: { nfd: number }) => number };
  /** Turns an error of Node's into the errno PostgreSQL understands; a failed fsync must stop it. */
  tryFSOperation(operation: () => void): void;
};

/** PGlite's folder on disk, whose fsync reaches the disk: the original has none and loses rows in a power cut. */
export class FsyncFS extends NodeFS {
  override async init(...[pglite, options]: Parameters<NodeFS["init"]>): ReturnType<NodeFS["init"]> {
    const { emscriptenOpts } = await super.init(pglite, options);
    const addFsync = (module: { NODEFS: NodeFsInternals }) => {
      const nodefs = module.NODEFS;
      nodefs.stream_ops.fsync = ({ nfd }) => {
        nodefs.tryFSOperation(() => fs.fsyncSync(nfd));
        return 0;
      };
    };
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), addFsync] } };
  }
}

/**
 * PGlite's own parameters without `-F`, which turns fsync off. `wal_sync_method` names the one call that gets here
 * (fdatasync is an empty function in PGlite); the small buffers save 170 MB of memory and cost a studio nothing;
 * the journal is kept to a size fit for someone's home folder.
 */
export const durableStartParams: readonly string[] = [
  ...PGlite.defaultStartParams.filter((parameter) => parameter !== "-F"),
  ...["-c", "wal_sync_method=fsync"],
  ...["-c", "shared_buffers=8MB"],
  ...["-c", "max_wal_size=64MB", "-c", "min_wal_size=32MB"],
];
