import { Composer } from "@/components/composer/composer";
import { Gallery } from "@/components/gallery/gallery";
import { StudioHeader } from "@/components/studio/studio-header";
import { StudioShell } from "@/components/studio/studio-shell";
import { StudioProvider } from "@/lib/client/studio-context";
import { readStudioPage } from "@/lib/server/studio-data";

/** Rows and the nonce of the content policy are of the moment, so nothing here is prerendered. */
export const dynamic = "force-dynamic";

export default async function StudioPage() {
  return (
    <StudioProvider data={await readStudioPage()}>
      <StudioShell header={<StudioHeader />} composer={<Composer />} gallery={<Gallery />} inspector={null} />
    </StudioProvider>
  );
}
