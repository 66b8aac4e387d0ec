import { useQueryClient } from "@tanstack/react-query";
import { Button } from "@/components/ui/button";
import { changeShare } from "@/lib/client/api/share-api";
import type { Share } from "@/lib/domain/share/share";
import { changeOf, draftOf } from "./share-draft";
import { ShareFields } from "./share-fields";
import { scopeWords } from "./share-words";
import { useShareForm } from "./use-share-form";

/** The form that changes a share; which pictures it shows was settled when it was made. */
export function EditShare({ share, onDone }: { share: Share; onDone(): void }) {
  const queryClient = useQueryClient();
  const form = useShareForm(
    draftOf(share),
    async (draft) => {
      const change = changeOf(share, draft);
      return change && changeShare(share.id, change);
    },
    () => {
      void queryClient.invalidateQueries({ queryKey: ["shares"] });
      onDone();
    },
  );
  return (
    <ShareFields
      form={form}
      label="Edit shared gallery"
      hasPassword={share.hasPassword}
      submitLabel="Save"
      aside={
        <Button variant="quiet" onClick={onDone} className="-ml-3">
          Cancel
        </Button>
      }
    >
      <p className="text-ink-muted">
        {scopeWords(share.scope)}, {share.mode}: this stays as it is.
      </p>
    </ShareFields>
  );
}
