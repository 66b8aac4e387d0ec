import { notFound } from "next/navigation";

/** The nonce of the content policy is of the moment. */
export const dynamic = "force-dynamic";

export default function NoGalleryPage() {
  notFound();
}
