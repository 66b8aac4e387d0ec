import { Grid3x3 } from "lucide-react";
import { useWatch } from "react-hook-form";
import { Button } from "@/components/ui/button";
import type { RecipeForm } from "./use-recipe-form";
import { variationsOf } from "./variations";

/** Offers the plan as soon as the braces mean one. Generate leads to it as well, and on a phone alone. */
export function PlanButton({ recipe: { form } }: { recipe: RecipeForm }) {
  const prompt = useWatch({ control: form.control, name: "prompt" });
  if (variationsOf(prompt).kind === "one") return null;
  return (
    <Button type="submit" icon={Grid3x3} className="-mr-1 max-desk:hidden">
      Plan
      <span className="sr-only">variations</span>
    </Button>
  );
}
