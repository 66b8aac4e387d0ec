"use client";

import { Search } from "lucide-react";
import dynamic from "next/dynamic";
import { useEffect, useState } from "react";
import { useCommandKeys } from "@/components/palette/use-command-keys";
import { Button } from "@/components/ui/button";
import { useCommand } from "@/lib/client/commands/command-registry";
import { COMMAND_KEYS, shortcutsOf } from "@/lib/client/keys/keys";
import { KeyCaps } from "./key-caps";
import { holdTyping } from "./typed-ahead";
import { usePictureCommands } from "./use-picture-commands";
import { useUndoCommand } from "./use-undo-command";

const loadPalette = () => import("./command-palette").then(({ CommandPalette }) => CommandPalette);
const CommandPalette = dynamic(loadPalette, { ssr: false });
const KeySheet = dynamic(() => import("./key-sheet").then(({ KeySheet }) => KeySheet), { ssr: false });

/** Runs commands by their keys, and holds the two places that list them: the palette and the sheet of keys. */
export function CommandCenter() {
  const [shown, setShown] = useState<"palette" | "keys" | null>(null);
  useCommandKeys();
  usePictureCommands();
  useUndoCommand();
  useCommand({
    id: "keys",
    group: "Studio",
    label: "Keyboard shortcuts",
    keys: COMMAND_KEYS.keySheet,
    words: "help hotkeys",
    run: () => setShown("keys"),
  });
  const openPalette = () => {
    holdTyping();
    setShown("palette");
  };
  usePaletteKey(openPalette);
  const close = () => setShown(null);
  return (
    <>
      <Button
        variant="quiet"
        size="sm"
        aria-keyshortcuts={shortcutsOf({ shown: [COMMAND_KEYS.palette] })}
        onPointerEnter={() => void loadPalette()}
        onClick={openPalette}
        className="max-desk:w-icon"
      >
        <Search aria-hidden size={15} strokeWidth={1.75} />
        <span className="sr-only">Commands</span>
        <span className="max-desk:hidden">
          <KeyCaps keys={COMMAND_KEYS.palette} />
        </span>
      </Button>
      {shown === "palette" && <CommandPalette onClose={close} />}
      {shown === "keys" && <KeySheet onClose={close} />}
    </>
  );
}

/** It begins to load with the modifier, so that it is there for the letter. */
function usePaletteKey(open: () => void) {
  useCommand({ id: "palette", group: "Studio", label: "Commands", keys: COMMAND_KEYS.palette, run: open });
  useEffect(() => {
    const warm = ({ key }: KeyboardEvent) => {
      if (key === "Control" || key === "Meta") void loadPalette();
    };
    window.addEventListener("keydown", warm);
    return () => window.removeEventListener("keydown", warm);
  }, []);
}
