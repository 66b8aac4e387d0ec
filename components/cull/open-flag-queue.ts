import { RequestError, UNREACHABLE } from "@/lib/client/api/request-json";
import { updateImages } from "@/lib/client/api/studio-api";
import { readPending, writePending } from "./cull-storage";
import { type FlagQueue, flagQueue } from "./flag-queue";

/** The queue of a cull's marks; what a page left that was closed too soon is written first. */
export function openFlagQueue(): FlagQueue {
  return flagQueue(
    {
      send: (ids, flags) => updateImages(ids, flags),
      isRefusal: (thrown) => thrown instanceof RequestError && thrown.failure.code !== UNREACHABLE.code,
      keep: writePending,
      later: (run, ms) => setTimeout(run, ms),
    },
    readPending(),
  );
}
