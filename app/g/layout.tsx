import type { Metadata } from "next";
import type { ReactNode } from "react";
import { GONE_TITLE } from "@/components/shared/gone-notice";

/** In the page itself: the public host has no file of the studio's. */
const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Crect width='32' height='32' rx='7' fill='%23191817'/%3E%3Crect x='6' y='8' width='11' height='16' rx='1.5' fill='%23eeece8'/%3E%3Crect x='19' y='8' width='7' height='7' rx='1.5' fill='%23f4602f'/%3E%3Crect x='19' y='17' width='7' height='7' rx='1.5' fill='%23948f87'/%3E%3C/svg%3E";

/** What is said of any address under /g, before anything is known of a gallery. */
export const metadata: Metadata = {
  title: { absolute: GONE_TITLE },
  description: "A shared gallery.",
  robots: { index: false, follow: false },
  icons: { icon: [{ url: ICON, type: "image/svg+xml" }] },
};

export default function SharedLayout({ children }: { children: ReactNode }) {
  return children;
}
