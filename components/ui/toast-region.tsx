"use client";

import { X } from "lucide-react";
import { useEffect, useId, useState } from "react";
import { useStore } from "@/lib/client/store/create-store";
import { Button } from "./button";
import { IconButton } from "./icon-button";
import { dismissToast, linesIn, mountRegion, TOAST_DURATION_MS, type Toast, toasts } from "./toast-store";

/** Where `showToast` shows its lines. The shell has one; a modal dialog brings its own, since the rest is inert; the newest shows them. */
export function ToastRegion({ className = "" }: { className?: string }) {
  const id = useId();
  useEffect(() => mountRegion(id), [id]);
  const lines = useStore(toasts, (now) => linesIn(now, id));
  return (
    <div
      role="status"
      className={`pointer-events-none fixed inset-x-4 bottom-[max(16px,env(safe-area-inset-bottom))] z-50 flex flex-col items-center gap-2 ${className}`}
    >
      {lines.map((toast) => (
        <ToastLine key={toast.id} toast={toast} />
      ))}
    </div>
  );
}

/** Stays while it is pointed at or holds the focus, so that nobody has to hurry. */
function ToastLine({ toast }: { toast: Toast }) {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => dismissToast(toast.id), TOAST_DURATION_MS);
    return () => clearTimeout(timer);
  }, [held, toast.id]);
  const hold = { onFocus: () => setHeld(true), onBlur: () => setHeld(false) };
  return (
    <div
      {...hold}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      className="pointer-events-auto flex max-w-full animate-rise items-center gap-2 rounded-md bg-raised py-1.5 pr-1.5 pl-3 shadow-float"
    >
      <span className="line-clamp-3 min-w-0 text-pretty break-words">{toast.message}</span>
      {toast.action && (
        <Button
          size="sm"
          onClick={() => {
            toast.action?.run();
            dismissToast(toast.id);
          }}
        >
          {toast.action.label}
        </Button>
      )}
      <IconButton icon={X} label="Dismiss" tooltipAlign="end" onClick={() => dismissToast(toast.id)} />
    </div>
  );
}
