/** Writes the pages that are made from tables; with --check, fails where one is out of date. */
import { readFile, writeFile } from "node:fs/promises";
import "./lib/register-alias.mjs";
import { requireProjectNode } from "./lib/require-node.mjs";

requireProjectNode();
const { modelTable } = await import("../lib/domain/models/model-table.ts");
const { errorsPage } = await import("./docs/errors-page.ts");
const { modelsPage, modelsTable } = await import("./docs/models-page.ts");

const models = [...modelTable().values()];
const readme = await readFile("README.md", "utf8");
const between = /(<!-- models -->\n)[\s\S]*?(<!-- \/models -->)/;
const pages = {
  "docs/models.md": modelsPage(models),
  "docs/errors.md": errorsPage(),
  "README.md": readme.replace(between, (_, start, end) => `${start}${modelsTable(models)}\n${end}`),
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
