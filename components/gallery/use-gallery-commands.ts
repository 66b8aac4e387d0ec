import { useRouter } from "next/navigation";
import { useCommand } from "@/lib/client/commands/command-registry";
import { changeFilter } from "@/lib/client/filter/gallery-filter";
import { useFilter } from "@/lib/client/filter/use-filter";
import { COMMAND_KEYS } from "@/lib/client/keys/keys";
import { sessionCull } from "@/lib/client/studio/cull-source";
import { openView } from "@/lib/client/studio/view-store";
import type { Session } from "@/lib/domain/session/session";

/** The ways to look at the pictures of a session, from wherever the focus is. */
export function useGalleryCommands(session: Session) {
  const { push } = useRouter();
  const { favouritesOnly, hideRejected } = useFilter();
  const group = "View";
  useCommand({
    id: "view-tree",
    group,
    label: "Tree of the session",
    keys: COMMAND_KEYS.tree,
    words: "branches lineage",
    run: () => openView({ kind: "tree" }),
  });
  useCommand({
    id: "view-cull",
    group,
    label: "Cull the session",
    words: "review pick favourites reject",
    isEnabled: () => session.pictureCount > 0,
    run: () => openView({ kind: "cull", source: sessionCull(session) }),
  });
  useCommand({
    id: "view-trash",
    group,
    label: "Deleted pictures",
    words: "trash restore bring back undo",
    run: () => openView({ kind: "trash" }),
  });
  useCommand({
    id: "view-find",
    group,
    label: "Find pictures",
    keys: COMMAND_KEYS.find,
    words: "search",
    run: () => push("/search"),
  });
  useCommand({
    id: "view-favourites",
    group,
    label: favouritesOnly ? "Show all pictures" : "Show favourites only",
    run: () => changeFilter({ favouritesOnly: !favouritesOnly }),
  });
  useCommand({
    id: "view-rejected",
    group,
    label: hideRejected ? "Show rejected pictures" : "Hide rejected pictures",
    run: () => changeFilter({ hideRejected: !hideRejected }),
  });
}
