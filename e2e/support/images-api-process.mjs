/** The Images API of the browser tests as a process of its own: node images-api-process.mjs <key> */
import "../../scripts/lib/register-alias.mjs";

const [requireKey] = process.argv.slice(2);
const { startImagesApi } = await import("../images-api/server.ts");
const { plainPainter } = await import("./plain-painter.ts");

const server = await startImagesApi({ requireKey, painter: plainPainter });
process.stdout.write(`The Images API listens: ${server.url}/v1\n`);
