import { StudioProvider } from "@/lib/client/studio-context";
import { readStudioPage } from "@/lib/server/studio-data";

export const dynamic = "force-dynamic";

export default async function StudioPage() {
  return (
    <StudioProvider data={await readStudioPage()}>
      <p>studio</p>
    </StudioProvider>
  );
}
