import type { Metadata } from "next";
import { GalleryView } from "@/components/visitor/gallery-view";
import { LockedGallery, unlockRefusal } from "@/components/visitor/locked-gallery";
import { readVisit } from "./read-visit";
import { visitMetadata } from "./visit-metadata";

/** Who may see what is of the moment, and so is the nonce of the content policy. */
export const dynamic = "force-dynamic";

export async function generateMetadata({ params, searchParams }: PageProps<"/g/[token]">): Promise<Metadata> {
  const { token } = await params;
  return visitMetadata(await readVisit(token, one((await searchParams).before)));
}

/** A shared gallery. */
export default async function SharedGalleryPage({ params, searchParams }: PageProps<"/g/[token]">) {
  const { token } = await params;
  const { before, picture, refused } = await searchParams;
  const page = await readVisit(token, one(before));
  if (page.kind === "locked") return <LockedGallery token={token} refusal={unlockRefusal(one(refused))} />;
  return <GalleryView token={token} before={one(before)} gallery={page.gallery} pictureId={one(picture)} />;
}

/** A parameter that was given once. */
function one(value: string | string[] | undefined): string | null {
  return typeof value === "string" ? value : null;
}
