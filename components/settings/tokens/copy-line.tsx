import { Copy } from "lucide-react";
import { useId, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { copyText } from "@/lib/client/browser/copy-text";

/** A text to take along, in a field that can be read and copied and not changed. */
export function CopyLine({
  label,
  value,
  isMain = false,
}: {
  label: string;
  value: string;
  isMain?: boolean;
}) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState("");
  const copy = async () => {
    const isCopied = await copyText(value, field.current);
    setSaid(isCopied ? "Copied." : "Select it and copy by hand.");
  };
  return (
    <div>
      <div className="mb-1 flex h-5 items-center justify-between gap-2">
        <label htmlFor={id} className="truncate font-medium">
          {label}
        </label>
        <span role="status" className="text-caption text-ink-muted">
          {said}
        </span>
      </div>
      <div className="flex gap-2">
        <input
          ref={field}
          id={id}
          type="text"
          readOnly
          value={value}
          data-autofocus={isMain || undefined}
          onFocus={(event) => event.currentTarget.select()}
          className="frame h-control min-w-0 flex-1 px-2 text-ink"
        />
        <Button icon={Copy} variant={isMain ? "primary" : "secondary"} onClick={() => void copy()}>
          Copy
        </Button>
      </div>
    </div>
  );
}
