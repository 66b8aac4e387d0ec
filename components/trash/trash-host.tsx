"use client";

import dynamic from "next/dynamic";
import { closeView, useView } from "@/lib/client/studio/view-store";

const TrashDialog = dynamic(() => import("./trash-dialog").then(({ TrashDialog }) => TrashDialog), {
  ssr: false,
});

/** Shows the trash when someone asks for it; its code comes then. */
export function TrashHost() {
  return useView("trash") && <TrashDialog onClose={closeView} />;
}
