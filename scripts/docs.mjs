/** Writes the pages that are made from tables; with --check, fails where one is out of date. */
import { readFile, writeFile } from "node:fs/promises";
import "./lib/register-alias.mjs";
import { requireProjectNode } from "./lib/require-node.mjs";

requireProjectNode();
const { modelTable } = await import("../lib/domain/models/model-table.ts");
const { apiPage } = await import("./docs/api-page.ts");
const { errorsPage } = await import("./docs/errors-page.ts");
const { roomsTable, walls } = await import("./walls/walls.ts");
const { CLIENT_ROOMS, DOMAIN_ROOMS, SERVER_ROOMS } = await import("./walls/rooms.ts");
const { modelsPage, modelsTable } = await import("./docs/models-page.ts");

const models = [...modelTable().values()];
const readme = await readFile("README.md", "utf8");
const architecture = await readFile("docs/architecture.md", "utf8");
const pages = {
  "docs/models.md": modelsPage(models),
  "docs/errors.md": errorsPage(),
  "docs/api.md": await apiPage(),
  "README.md": between(readme, "models", modelsTable(models)),
  "docs/architecture.md": between(
    between(
      between(architecture, "server rooms", roomsTable(SERVER_ROOMS)),
      "client rooms",
      roomsTable(CLIENT_ROOMS),
    ),
    "domain rooms",
    roomsTable(DOMAIN_ROOMS),
  ),
  "biome.walls.json": `${JSON.stringify(walls(), null, 2)}\n`,
};

const isCheck = process.argv.includes("--check");
for (const [file, page] of Object.entries(pages)) {
  const current = await readFile(file, "utf8").catch(() => "");
  if (current === page) continue;
  if (isCheck) {
    console.error(`${file} is out of date: npm run docs`);
    process.exitCode = 1;
  } else {
    await writeFile(file, page);
  }
}

/** The page with what stands between `<!-- name -->` and `<!-- /name -->` made anew. */
function between(page, name, text) {
  const place = new RegExp(`(<!-- ${name} -->\\n)[\\s\\S]*?(<!-- /${name} -->)`);
  return page.replace(place, (_, start, end) => `${start}${text}\n${end}`);
}
