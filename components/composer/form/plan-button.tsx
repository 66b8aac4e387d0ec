import { Grid3x3 } from "lucide-react";
import { Button } from "@/components/ui/button";

/** Leads to the plan as soon as the braces mean one. Generate leads to it as well, and on a phone alone. */
export function PlanButton() {
  return (
    <Button type="submit" icon={Grid3x3} className="-mr-1 max-desk:hidden">
      Plan
      <span className="sr-only">variations</span>
    </Button>
  );
}
