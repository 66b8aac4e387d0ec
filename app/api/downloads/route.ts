import { downloadPictures } from "@/lib/server/archive/export/download-pictures";
import { readSelection } from "@/lib/server/archive/export/read-selection";
import { handle } from "@/lib/server/doors/handle";

export function POST(request: Request) {
  return handle(request, async ({ services, viewer }) =>
    downloadPictures(services, viewer, await readSelection(request)),
  );
}
