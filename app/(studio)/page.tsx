import { StudioPage } from "./studio-page";

/** Rows and the nonce of the content policy are of the moment, so nothing here is prerendered. */
export const dynamic = "force-dynamic";

/** The session that was worked in last. */
export default function NewestSessionPage() {
  return <StudioPage sessionId={null} />;
}
