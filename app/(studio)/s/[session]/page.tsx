import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { isId } from "@/lib/domain/text/id";
import { readSessionTitle } from "@/lib/server/doors/read-studio-page";
import { StudioPage } from "../../studio-page";

export const dynamic = "force-dynamic";

type Props = PageProps<"/s/[session]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { session } = await params;
  const title = isId(session) ? await readSessionTitle(session) : null;
  return title === null ? {} : { title };
}

export default async function SessionPage({ params }: Props) {
  const { session } = await params;
  if (!isId(session) || (await readSessionTitle(session)) === null) notFound();
  return <StudioPage sessionId={session} />;
}
