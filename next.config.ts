import type { NextConfig } from "next";

const config: NextConfig = {
  typedRoutes: true,
  poweredByHeader: false,
  agentRules: false,
  // Title, icon and cover stand in the head for everyone: a page waits for its own small read anyway.
  htmlLimitedBots: /.*/,
  // Pictures come in their own sizes; an optimizer would be one more way to ask for their bytes.
  images: { unoptimized: true },
  // `npm run types` checks them; a build on someone's machine need not do it again.
  typescript: { ignoreBuildErrors: true },
  experimental: { agentUpgrade: false },
  // Native or WASM code, and packages that read files beside themselves, stay outside the bundles.
  serverExternalPackages: ["@electric-sql/pglite", "fontkit", "openai", "pdfkit", "pg", "sharp", "undici"],
};

export default config;
