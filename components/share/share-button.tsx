"use client";

import { Share2 } from "lucide-react";
import dynamic from "next/dynamic";
import { Button } from "@/components/ui/button";
import { useCommand } from "@/lib/client/commands/command-registry";
import { COMMAND_KEYS } from "@/lib/client/keys/keys";
import { closeShareView, shareSession, showShares, useShareView } from "@/lib/client/studio/share-target";

const loadDialog = () => import("./share-dialog").then(({ ShareDialog }) => ShareDialog);
const ShareDialog = dynamic(loadDialog, { ssr: false });

/** Shares the open session; holds the dialog for every other way to share, too. */
export function ShareButton() {
  const view = useShareView();
  const group = "Session";
  useCommand({
    id: "share",
    group,
    label: "Share session…",
    keys: COMMAND_KEYS.share,
    words: "link client gallery send",
    run: () => shareSession(),
  });
  useCommand({
    id: "share-favourites",
    group,
    label: "Share favourites…",
    words: "link client gallery",
    run: () => shareSession("favourites"),
  });
  useCommand({
    id: "share-list",
    group,
    label: "Shared galleries",
    words: "links revoke views clients",
    run: showShares,
  });
  return (
    <>
      <Button
        variant="quiet"
        size="sm"
        icon={Share2}
        aria-haspopup="dialog"
        title="Share this session"
        onPointerEnter={() => void loadDialog()}
        onClick={() => shareSession()}
        className="max-desk:w-icon"
      >
        <span className="max-desk:sr-only">Share</span>
      </Button>
      {view && <ShareDialog view={view} onClose={closeShareView} />}
    </>
  );
}
