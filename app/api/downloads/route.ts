import { downloadPictures } from "@/lib/server/archive/export/download-pictures";
import { readDownloadRequest } from "@/lib/server/archive/export/read-download-request";
import { handle } from "@/lib/server/doors/handle";

export function POST(request: Request) {
  return handle(request, async ({ services, viewer }) =>
    downloadPictures(services, viewer, await readDownloadRequest(request)),
  );
}
