import { randomUUID } from "node:crypto";
import type { TestProject } from "vitest/node";
import { makeTemplate } from "./make-template-apart";
import { databaseUrl, onServer } from "./postgres-statement";
import "./provided-database";
import { startPostgres } from "./start-postgres";

/** Before the first test of a run that needs it: the server of TEST_DATABASE_URL, or one of this run alone. */
export async function setup({ provide }: TestProject) {
  const given = process.env.TEST_DATABASE_URL;
  const server = given ? { url: given, stop: async () => {} } : await startPostgres();
  const template = `safelight_template_${randomUUID().replaceAll("-", "")}`;
  await onServer(server.url, `create database ${template}`);
  await makeTemplate(databaseUrl(server.url, template));
  provide("testDatabase", { kind: "postgres", url: server.url, template });
  return async () => {
    await onServer(server.url, `drop database ${template}`);
    await server.stop();
  };
}
