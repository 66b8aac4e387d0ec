import type { Metadata } from "next";
import { EmbedView, OpenGalleryLink } from "@/components/visitor/embed-view";
import { readVisit } from "../read-visit";

/** As for the gallery's own page. */
export const dynamic = "force-dynamic";

export async function generateMetadata({ params }: PageProps<"/g/[token]/embed">): Promise<Metadata> {
  const { token } = await params;
  const page = await readVisit(token, null);
  return { title: { absolute: page.kind === "open" ? page.gallery.title : "A shared gallery" } };
}

/** A shared gallery inside another site's page. */
export default async function EmbedPage({ params }: PageProps<"/g/[token]/embed">) {
  const { token } = await params;
  const page = await readVisit(token, null);
  if (page.kind === "open") return <EmbedView token={token} gallery={page.gallery} />;
  return (
    <main className="grid min-h-dvh place-content-center">
      <OpenGalleryLink token={token} />
    </main>
  );
}
