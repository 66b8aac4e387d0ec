import type { Metadata } from "next";
import { countWords } from "@/lib/domain/text/count-words";
import type { SharedPage } from "@/lib/server/doors/read-gallery-page";

/** What a link to a gallery unfolds to. Of a locked one nobody learns its name or its size. */
export function visitMetadata(page: SharedPage): Metadata {
  if (page.kind === "locked") return { title: { absolute: "A shared gallery" } };
  const { gallery, pageUrl, coverUrl } = page;
  const { title } = gallery;
  const description = descriptionOf(page);
  const oembed = new URL("/g/oembed", pageUrl);
  oembed.searchParams.set("url", pageUrl);
  oembed.searchParams.set("format", "json");
  return {
    title: { absolute: title },
    description,
    openGraph: {
      type: "website",
      title,
      description,
      url: pageUrl,
      images: [{ url: coverUrl, width: 1200, height: 630, type: "image/jpeg" }],
    },
    twitter: { card: "summary_large_image", title, description, images: [coverUrl] },
    alternates: { types: { "application/json+oembed": [{ url: oembed.href, title }] } },
  };
}

/** A single picture is told by its prompt, where the share shows it. */
function descriptionOf({ gallery }: Extract<SharedPage, { kind: "open" }>): string {
  const [first] = gallery.pictures;
  if (gallery.pictureCount === 1 && first?.prompt) return first.prompt;
  return countWords(gallery.pictureCount, "picture");
}
