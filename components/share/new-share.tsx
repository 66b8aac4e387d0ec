import { useQueryClient } from "@tanstack/react-query";
import { Button } from "@/components/ui/button";
import { createShare } from "@/lib/client/api/share-api";
import type { ShareView } from "@/lib/client/studio/share-target";
import { useStudio } from "@/lib/client/studio/studio-context";
import type { Share } from "@/lib/domain/share/share";
import { freshDraft, inputOf, neutralTitle } from "./share-draft";
import { ShareFields } from "./share-fields";
import { useShareForm } from "./use-share-form";
import { WhatFields } from "./what-fields";

type NewShareProps = {
  view: Extract<ShareView, { kind: "new" }>;
  onDone(share: Share): void;
  onList(): void;
};

/** The form that makes a share of the open session. */
export function NewShare({ view, onDone, onList }: NewShareProps) {
  const { gallery } = useStudio();
  const queryClient = useQueryClient();
  const form = useShareForm(
    freshDraft(view.scope, neutralTitle(new Date())),
    (draft) => createShare(inputOf(draft, gallery.session.id, view.imageIds)),
    (share) => {
      void queryClient.invalidateQueries({ queryKey: ["shares"] });
      if (share) onDone(share);
    },
  );
  return (
    <ShareFields
      form={form}
      label="New shared gallery"
      hasPassword={false}
      submitLabel="Create link"
      aside={
        <Button variant="quiet" onClick={onList} className="-ml-3">
          All shared galleries
        </Button>
      }
    >
      <WhatFields
        draft={form.draft}
        selectedCount={view.imageIds.length}
        errors={form.problems}
        onChange={form.change}
      />
    </ShareFields>
  );
}
