import { useIsApple } from "@/components/palette/use-is-apple";
import { Kbd } from "@/components/ui/kbd";
import { keyCaps } from "@/lib/client/keys/key-binding";

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
