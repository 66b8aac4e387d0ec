import { ChevronLeft, ChevronRight } from "lucide-react";
import { useEffect, useRef } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { showToast } from "@/components/ui/toast-store";
import { usePickRound } from "@/lib/client/review/use-pick-round";

type PickStepsProps = { round: readonly string[]; imageId: string };

/** "Pick 1 of 5", and the way to the others: each puts its own recipe into the form. */
export function PickSteps({ round, imageId }: PickStepsProps) {
  const { goTo } = usePickRound(showToast);
  const place = round.indexOf(imageId);
  const pressed = useRef<HTMLButtonElement>(null);
  const isPressed = useRef(false);
  // A new recipe gives the focus to the prompt; who steps through the picks keeps it here.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is about the step from one picture to another.
  useEffect(() => {
    if (!isPressed.current) return;
    isPressed.current = false;
    requestAnimationFrame(() => requestAnimationFrame(() => pressed.current?.focus()));
  }, [imageId]);
  const step = (to: string | undefined) => ({
    disabled: to === undefined,
    className: "size-6!",
    onClick: ({ currentTarget }: { currentTarget: HTMLButtonElement }) => {
      if (to === undefined) return;
      pressed.current = currentTarget;
      isPressed.current = true;
      goTo(to);
    },
  });
  return (
    <span className="flex shrink-0 items-center">
      <IconButton icon={ChevronLeft} label="Previous pick" tooltipAlign="start" {...step(round[place - 1])} />
      <span role="status" className="whitespace-nowrap px-0.5 text-ink">
        Pick {place + 1} of {round.length}
      </span>
      <IconButton icon={ChevronRight} label="Next pick" {...step(round[place + 1])} />
    </span>
  );
}
