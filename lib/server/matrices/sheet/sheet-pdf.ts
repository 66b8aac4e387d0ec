import "server-only";
import PDFDocument from "pdfkit";
import type { Storage } from "@/lib/server/ports/storage";
import type { SheetItem, SheetPage } from "./sheet-layout";
import { centred, readSheetPicture } from "./sheet-pictures";
import { baseline, FRAME, PAPER } from "./sheet-style";

/** Pixels for a point: 216 a inch, what an office printer shows. */
const DENSITY = 3;

/** Pages as a PDF. Labels are outlines, each marked with its words (ActualText) for programs that ask for them. */
export async function renderPdf(storage: Storage, pages: SheetPage[], title: string): Promise<Buffer> {
  // An empty font name keeps the library from reading one of its own: there is no text but outlines.
  const document = new PDFDocument({ autoFirstPage: false, font: "", info: { Title: title.slice(0, 200) } });
  const chunks: Buffer[] = [];
  const ended = new Promise<void>((resolve, reject) => {
    document.on("data", (chunk: Buffer) => chunks.push(chunk));
    document.on("end", resolve);
    document.on("error", reject);
  });
  for (const page of pages) {
    document.addPage({ size: [page.width, page.height], margin: 0 });
    for (const item of page.items) await draw(document, storage, item);
  }
  document.end();
  await ended;
  return Buffer.concat(chunks);
}

async function draw(document: PDFKit.PDFDocument, storage: Storage, item: SheetItem): Promise<void> {
  switch (item.kind) {
    case "frame": {
      const { x, y, width, height } = item.box;
      document.lineWidth(0.5).rect(x, y, width, height).fillAndStroke(FRAME.fill, FRAME.line);
      return;
    }
    case "picture": {
      const { box, imageId } = item;
      const picture = await readSheetPicture(storage, imageId, box, DENSITY);
      if (!picture) return draw(document, storage, { kind: "frame", box });
      const width = picture.widthPx / DENSITY;
      const height = picture.heightPx / DENSITY;
      const { x, y } = centred(box, { width, height });
      document.image(picture.bytes, x, y, { width, height });
      return;
    }
    case "tag": {
      const { x, y, width, height } = item.box;
      document.rect(x, y, width, height).fill(PAPER);
      return draw(document, storage, item.text);
    }
    case "text":
      for (const [index, { path, text }] of item.lines.entries()) {
        if (path === "") continue;
        document.markContent("Span", { actual: text });
        document.save().translate(item.x, baseline(item, index)).path(path).fill(item.color).restore();
        document.endMarkedContent();
      }
  }
}
