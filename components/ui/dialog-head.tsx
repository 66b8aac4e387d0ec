import { X } from "lucide-react";
import type { ReactNode } from "react";
import { IconButton } from "./icon-button";

/** The line at the top of the dialog, which stays while the rest scrolls. The heading takes the focus where nothing better does. */
export function DialogHead({
  title,
  onClose,
  children,
}: {
  title: string;
  onClose(): void;
  children?: ReactNode;
}) {
  return (
    <div className="sticky top-0 z-10 flex items-center gap-1 border-line border-b bg-raised py-2 pr-2 pl-4">
      <h2 tabIndex={-1} data-dialog-heading className="mr-auto truncate font-semibold text-lead outline-none">
        {title}
      </h2>
      {children}
      <IconButton icon={X} label="Close" tooltipSide="bottom" tooltipAlign="end" onClick={onClose} />
    </div>
  );
}
