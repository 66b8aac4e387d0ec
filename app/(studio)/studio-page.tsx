import { Composer } from "@/components/composer/composer";
import { Gallery } from "@/components/gallery/gallery";
import { Inspector } from "@/components/inspector/inspector";
import { StudioHeader } from "@/components/studio/studio-header";
import { StudioShell } from "@/components/studio/studio-shell";
import { StudioProvider } from "@/lib/client/studio-context";
import { readStudioPage } from "@/lib/server/studio-data";

/** The studio around one session. */
export async function StudioPage({ sessionId }: { sessionId: string | null }) {
  const data = await readStudioPage(sessionId);
  return (
    <StudioProvider key={data.gallery.session.id} data={data}>
      <StudioShell
        header={<StudioHeader />}
        composer={<Composer />}
        gallery={<Gallery />}
        inspector={<Inspector />}
      />
    </StudioProvider>
  );
}
