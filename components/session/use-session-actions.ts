import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useMemo } from "react";
import { showToast } from "@/components/ui/toast-store";
import { refusalWords } from "@/lib/client/api/refusal-words";
import { createSession } from "@/lib/client/api/session-api";
import { saveFile } from "@/lib/client/browser/save-file";
import { forgetUndo, recordUndo } from "@/lib/client/commands/undo-log";
import { saveSession } from "@/lib/client/gallery/session-cache";
import { arriveAt } from "@/lib/client/studio/arrival";
import { useStudio } from "@/lib/client/studio/studio-context";
import { useOpenSession } from "@/lib/client/studio/use-open-session";
import type { Session, SessionChange } from "@/lib/domain/session/session";

export type SessionActions = ReturnType<typeof useSessionActions>;

/** What a person can do with sessions. Each settles when the studio has taken it; a refusal is said in a toast. */
export function useSessionActions() {
  const openId = useStudio().gallery.session.id;
  const queryClient = useQueryClient();
  const router = useRouter();
  const open = useOpenSession();
  return useMemo(() => {
    const refuse = (thrown: unknown) => {
      showToast(refusalWords(thrown));
      return null;
    };
    const change = (id: string, change: SessionChange) => saveSession(queryClient, id, change).catch(refuse);
    /** Remembers how to take a change back, and gives the way to do it now. */
    const undoable = (id: string, words: string, back: SessionChange) => {
      const step = { kind: "session", id, change: back } as const;
      const undoId = recordUndo({ sessionId: null, words, step }, Promise.resolve(true));
      return () => {
        forgetUndo(undoId);
        return change(id, back);
      };
    };
    return {
      open,
      async create() {
        const session = await createSession().catch(refuse);
        if (session) open(session.id, "prompt");
      },
      async rename({ id, title: before }: Session, title: string) {
        if (await change(id, { title })) undoable(id, `Renamed “${before}”.`, { title: before });
      },
      async setArchived({ id, title }: Session, archived: boolean) {
        if (!(await change(id, { archived }))) return;
        const words = `${archived ? "Archived" : "Brought back"} “${title}”.`;
        const undo = undoable(id, words, { archived: !archived });
        showToast(words, { label: "Undo", run: () => void undo() });
      },
      /** The open session gives way to the one that was worked in last; undo comes back to it. */
      async remove({ id, title }: Session) {
        if (!(await change(id, { deleted: true }))) return;
        const words = `Deleted “${title}”.`;
        const undo = undoable(id, words, { deleted: false });
        const restore = async () => {
          if ((await undo()) && id === openId) open(id);
        };
        showToast(words, { label: "Undo", run: () => void restore() });
        if (id !== openId) return;
        arriveAt("title");
        router.replace("/");
        // Where this is the address already, only this asks for another session.
        router.refresh();
      },
      async restore({ id, title }: Session) {
        if (await change(id, { deleted: false })) showToast(`Restored “${title}”.`);
      },
      save({ id }: Session) {
        saveFile(`/api/sessions/${id}/export`);
        showToast("The session is being saved as a zip. The browser shows how far it is.");
      },
    };
  }, [queryClient, router, open, openId]);
}
