import { type KeyboardEvent, useEffect, useRef } from "react";
import { TITLE_CHARS_MAX } from "@/lib/domain/limits";

type RenameFieldProps = {
  title: string;
  /** Enter, or leaving the field. Not called where the name is empty or the same. */
  onRename(title: string): void;
  /** Always called, after `onRename`. `isByKey` tells that the focus has nowhere else to go. */
  onClose(isByKey: boolean): void;
  className?: string;
};

/** A session's name being changed where it stands. Escape keeps the old one. */
export function RenameField({ title, onRename, onClose, className = "" }: RenameFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const isDone = useRef(false);
  useEffect(() => input.current?.select(), []);
  const finish = (isKept: boolean, isByKey: boolean) => {
    if (isDone.current) return;
    isDone.current = true;
    const name = input.current?.value.trim() ?? "";
    if (isKept && name !== "" && name !== title) onRename(name);
    onClose(isByKey);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // The list and the dialog around it have their own use for these keys.
    event.stopPropagation();
    if (event.nativeEvent.isComposing || (event.key !== "Enter" && event.key !== "Escape")) return;
    event.preventDefault();
    finish(event.key === "Enter", true);
  };
  return (
    <input
      ref={input}
      aria-label="Session name"
      defaultValue={title}
      maxLength={TITLE_CHARS_MAX}
      onKeyDown={onKeyDown}
      onBlur={() => finish(true, false)}
      className={`frame h-icon min-w-0 px-1.5 text-ink ${className}`}
    />
  );
}
