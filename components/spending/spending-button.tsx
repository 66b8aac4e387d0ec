"use client";

import { Wallet } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { useCommand } from "@/lib/client/commands/command-registry";
import { useGallery } from "@/lib/client/gallery/use-gallery";
import { formatUsd } from "@/lib/client/words/format-usd";
import { pictureWords } from "@/lib/client/words/totals-words";

const loadDialog = () => import("./spending-dialog").then(({ SpendingDialog }) => SpendingDialog);
const SpendingDialog = dynamic(loadDialog, { ssr: false });

/** The open session's totals, which lead to all others. */
export function SpendingButton() {
  const { session } = useGallery();
  const [isOpen, setIsOpen] = useState(false);
  const open = () => setIsOpen(true);
  useCommand({
    id: "spending",
    group: "Studio",
    label: "Spending and monthly limit",
    words: "cost money budget usd csv",
    run: open,
  });
  return (
    <>
      <Button
        variant="quiet"
        size="sm"
        aria-haspopup="dialog"
        onPointerEnter={() => void loadDialog()}
        onClick={open}
        className="justify-start! font-normal! tabular-nums max-desk:w-icon max-desk:justify-center! desk:min-w-[24ch]"
      >
        <Wallet aria-hidden size={16} strokeWidth={1.75} className="desk:hidden" />
        <span className="sr-only">Spending: </span>
        <span className="max-desk:sr-only">{`${pictureWords(session.pictureCount)} · ${formatUsd(session.spentUsd)}`}</span>
      </Button>
      {isOpen && <SpendingDialog session={session} onClose={() => setIsOpen(false)} />}
    </>
  );
}
