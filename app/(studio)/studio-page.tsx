import { cookies } from "next/headers";
import { CompareHost } from "@/components/compare/compare-host";
import { Composer } from "@/components/composer/composer";
import { CullHost } from "@/components/cull/cull-host";
import { Gallery } from "@/components/gallery/gallery";
import { Inspector } from "@/components/inspector/inspector";
import { PlanHost } from "@/components/matrix/plan-host";
import { CommandCenter } from "@/components/palette/command-center";
import { PicturePins, PictureReview } from "@/components/review/picture-review";
import { ReviewHost } from "@/components/review/review-host";
import { SessionHeading } from "@/components/session/session-heading";
import { SettingsButton } from "@/components/settings/settings-button";
import { ShareButton } from "@/components/share/share-button";
import { SpendingButton } from "@/components/spending/spending-button";
import { OFFLINE_NOTE_COOKIE } from "@/components/studio/offline-note-cookie";
import { StudioHeader } from "@/components/studio/studio-header";
import { StudioShell } from "@/components/studio/studio-shell";
import { TrashHost } from "@/components/trash/trash-host";
import { TreeHost } from "@/components/tree/tree-host";
import { StudioProvider } from "@/lib/client/studio/studio-context";
import { readStudioPage } from "@/lib/server/doors/read-studio-page";

/** The studio around one session. */
export async function StudioPage({ sessionId }: { sessionId: string | null }) {
  const data = await readStudioPage(sessionId);
  return (
    <StudioProvider key={data.gallery.session.id} data={data}>
      <StudioShell
        isNoteClosed={(await cookies()).has(OFFLINE_NOTE_COOKIE)}
        header={
          <StudioHeader
            title={<SessionHeading />}
            tools={
              <>
                <ShareButton />
                <SpendingButton />
                <SettingsButton />
                <CommandCenter />
              </>
            }
          />
        }
        composer={<Composer />}
        gallery={<Gallery />}
        inspector={<Inspector review={<PictureReview />} pins={<PicturePins />} />}
      />
      <ReviewHost />
      <CompareHost />
      <CullHost />
      <TreeHost />
      <TrashHost />
      <PlanHost />
    </StudioProvider>
  );
}
