"use client";

import dynamic from "next/dynamic";
import { closeView, useView } from "@/lib/client/studio/view-store";

const TreeDialog = dynamic(() => import("./tree-dialog").then(({ TreeDialog }) => TreeDialog), {
  ssr: false,
});

/** Shows the tree when someone asks for it; its code comes then. */
export function TreeHost() {
  return useView("tree") && <TreeDialog onClose={closeView} />;
}
