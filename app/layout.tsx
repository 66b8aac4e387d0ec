import type { Metadata, Viewport } from "next";
import localFont from "next/font/local";
import type { StaticImageData } from "next/image";
import type { ReactNode } from "react";
import icon from "@/public/icon.svg";
import "./globals.css";

const latin = localFont({
  src: "../node_modules/@fontsource-variable/instrument-sans/files/instrument-sans-latin-wght-normal.woff2",
  weight: "400 700",
  variable: "--font-latin",
  adjustFontFallback: "Arial",
});

/** Fetched only where a page holds such a letter; the range keeps it from answering for the others. */
const latinExt = localFont({
  src: "../node_modules/@fontsource-variable/instrument-sans/files/instrument-sans-latin-ext-wght-normal.woff2",
  weight: "400 700",
  variable: "--font-latin-ext",
  preload: false,
  adjustFontFallback: false,
  declarations: [
    {
      prop: "unicode-range",
      value:
        "U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF",
    },
  ],
});

/** At its address among the built files: of those in public/ none exists on the host of shared galleries. */
const { src: ICON }: StaticImageData = icon;

export const metadata: Metadata = {
  title: { default: "Safelight", template: "%s · Safelight" },
  description: "An image studio for designers, in the browser.",
};

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  interactiveWidget: "resizes-content",
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f8f7f5" },
    { media: "(prefers-color-scheme: dark)", color: "#121211" },
  ],
};

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en" className={`${latin.variable} ${latinExt.variable}`}>
      {/* Not among the metadata: it would be taken out and put in again with every page, and asked for by its old name in between. */}
      <head>
        <link rel="icon" type="image/svg+xml" href={ICON} />
      </head>
      <body>{children}</body>
    </html>
  );
}
