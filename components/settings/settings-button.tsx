"use client";

import { KeyRound } from "lucide-react";
import dynamic from "next/dynamic";
import { IconButton } from "@/components/ui/icon-button";
import { useCommand } from "@/lib/client/commands/command-registry";
import { closeView, openView, useView } from "@/lib/client/studio/view-store";

const loadDialog = () => import("./settings-dialog").then(({ SettingsDialog }) => SettingsDialog);
const SettingsDialog = dynamic(loadDialog, { ssr: false });

const LABEL = "Providers and tokens";

/** The way to who serves and who may ask. On a phone the palette has it: the line is short there. */
export function SettingsButton() {
  const isOpen = useView("settings") !== null;
  const open = () => openView({ kind: "settings" });
  useCommand({
    id: "settings",
    group: "Studio",
    label: LABEL,
    words: "settings api key program script sdk mcp agent openai",
    run: open,
  });
  return (
    <>
      <IconButton
        icon={KeyRound}
        label={LABEL}
        aria-haspopup="dialog"
        tooltipSide="bottom"
        tooltipAlign="end"
        onPointerEnter={() => void loadDialog()}
        onClick={open}
        className="max-desk:hidden"
      />
      {isOpen && <SettingsDialog onClose={closeView} />}
    </>
  );
}
