import { readFile } from "node:fs/promises";
import { ABSENT_MODEL, DEFAULT_MODEL_ID } from "@/lib/domain/models/image-models";

const TEMPLATE = new URL("api.template.md", import.meta.url);
const IDS: Record<string, string> = { ...ABSENT_MODEL, default: DEFAULT_MODEL_ID };

/** docs/api.md: its text with the ids of the table, so that an example never names a model that is not there. */
export async function apiPage(): Promise<string> {
  const template = await readFile(TEMPLATE, "utf8");
  return template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const id = IDS[name];
    if (!id) throw new Error(`The template names "${name}", which is no model of the table.`);
    return id;
  });
}
