"use client";

import dynamic from "next/dynamic";
import { closeView, useView } from "@/lib/client/studio/view-store";

const CompareDialog = dynamic(() => import("./compare-dialog").then(({ CompareDialog }) => CompareDialog), {
  ssr: false,
});

/** Shows the comparison when someone asks for one; its code comes with the first. */
export function CompareHost() {
  const view = useView("compare");
  return view && <CompareDialog imageIds={view.imageIds} onClose={closeView} />;
}
