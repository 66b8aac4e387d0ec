import type { Metadata } from "next";
import type { ReactNode } from "react";
import { GONE_TITLE } from "@/components/visitor/gone-notice";

/** What is said of any address under /g, before anything is known of a gallery. */
export const metadata: Metadata = {
  title: { absolute: GONE_TITLE },
  description: "A shared gallery.",
  robots: { index: false, follow: false },
};

export default function SharedLayout({ children }: { children: ReactNode }) {
  return children;
}
