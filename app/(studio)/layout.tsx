import type { Metadata } from "next";
import type { ReactNode } from "react";

/** What makes the studio an app of its own on a home screen. A visitor's gallery is a page and stays one. */
export const metadata: Metadata = {
  manifest: "/manifest.webmanifest",
  icons: { apple: "/apple-touch-icon.png" },
};

export default function StudioLayout({ children }: { children: ReactNode }) {
  return children;
}
