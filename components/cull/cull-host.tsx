"use client";

import dynamic from "next/dynamic";
import { useEffect } from "react";
import { closeView, useView } from "@/lib/client/studio/view-store";
import { hasPendingFlags } from "./pending-flags";

const CullDialog = dynamic(() => import("./cull-dialog").then(({ CullDialog }) => CullDialog), {
  ssr: false,
});

/** Shows a cull when someone asks for one; its code comes with the first, or for marks that an earlier page left. */
export function CullHost() {
  const view = useView("cull");
  useEffect(() => {
    // Going back leaves the page without closing what covers it.
    const leave = closeView;
    if (hasPendingFlags()) void import("./open-flag-queue").then(({ openFlagQueue }) => openFlagQueue());
    return leave;
  }, []);
  return view && <CullDialog source={view.source} onClose={closeView} />;
}
