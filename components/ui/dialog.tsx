"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { focusFirst } from "./focus";
import { ToastRegion } from "./toast-region";

const SHEET = "max-desk:mb-0 max-desk:w-full max-desk:max-w-none max-desk:rounded-b-none";
const SHAPES = {
  /** A box in the middle; a sheet from below on a phone. */
  box: `m-auto w-[min(480px,calc(100vw-32px))] max-h-[min(720px,calc(100dvh-64px))] rounded-md shadow-float ${SHEET}`,
  /** The whole window: viewer, and the inspector on a phone. */
  full: "h-dvh max-h-none w-screen max-w-none",
} as const;

type DialogProps = {
  open: boolean;
  /** Escape, a click beside the box, or the dialog's own buttons. The owner sets `open` to false. */
  onClose(): void;
  /** The accessible name. */
  label: string;
  shape?: keyof typeof SHAPES;
  className?: string;
  children: ReactNode;
};

/**
 * A modal `<dialog>`: traps the focus, gives it back on closing, and is above everything. Its
 * children exist only while it is open. The element with `data-autofocus` takes the focus, else the first.
 */
export function Dialog({ open, ...rest }: DialogProps) {
  return open ? <OpenDialog {...rest} /> : null;
}

function OpenDialog({ onClose, label, shape = "box", className = "", children }: Omit<DialogProps, "open">) {
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = ref.current;
    const opener = document.activeElement;
    dialog?.showModal();
    focusFirst(dialog, "[data-autofocus]");
    return () => {
      dialog?.close();
      if (opener instanceof HTMLElement) opener.focus({ preventScroll: true });
    };
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the click is on the backdrop; keys have Escape, which is `cancel`.
    <dialog
      ref={ref}
      aria-label={label}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => event.target === event.currentTarget && onClose()}
      className={`animate-rise overflow-auto overscroll-contain bg-raised p-0 text-ink backdrop:animate-appear backdrop:bg-scrim ${SHAPES[shape]} ${className}`}
    >
      {children}
      <ToastRegion />
    </dialog>
  );
}
