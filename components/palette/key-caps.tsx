import { Kbd } from "@/components/ui/kbd";
import { keyCaps } from "@/lib/client/key-binding";
import { useIsApple } from "@/lib/client/use-is-apple";

/** The caps of one key with its modifiers. */
export function KeyCaps({ keys }: { keys: string }) {
  const isApple = useIsApple();
  return (
    <span className="inline-flex shrink-0 gap-0.5">
      {keyCaps(keys, isApple).map((cap) => (
        <Kbd key={cap}>{cap}</Kbd>
      ))}
    </span>
  );
}
