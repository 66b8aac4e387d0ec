import { notFound } from "next/navigation";

/** Whatever a gallery does not have answers like a gallery that is not there. */
export const dynamic = "force-dynamic";

export default function NothingInGalleryPage() {
  notFound();
}
