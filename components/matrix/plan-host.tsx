"use client";

import dynamic from "next/dynamic";
import { closeView, useView } from "@/lib/client/studio/view-store";

const PlanDialog = dynamic(() => import("./plan-dialog").then(({ PlanDialog }) => PlanDialog), {
  ssr: false,
});

/** Shows the plan of variations when someone asks for one; its code comes then. */
export function PlanHost() {
  const view = useView("plan");
  return view && <PlanDialog draft={view.draft} onClose={closeView} />;
}
