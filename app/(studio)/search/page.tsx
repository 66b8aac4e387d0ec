import type { Metadata } from "next";
import { CullHost } from "@/components/cull/cull-host";
import { SearchPage } from "@/components/search/search-page";
import { readStudioPage } from "@/lib/server/doors/read-studio-page";

export const metadata: Metadata = { title: "Find pictures" };

/** What can be asked for is of the moment; the search itself is in the address, for the browser. */
export const dynamic = "force-dynamic";

export default async function FindPicturesPage() {
  const { models, sessions } = await readStudioPage(null);
  const titles = sessions.sessions.map(({ id, title }) => ({ id, title }));
  return (
    <>
      <SearchPage models={models} sessions={titles} />
      <CullHost />
    </>
  );
}
