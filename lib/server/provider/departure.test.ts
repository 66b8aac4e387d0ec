import { createServer } from "node:net";
import { expect, test } from "vitest";
import * as z from "zod";
import { AppError } from "@/lib/domain/errors/app-error";
import {
  answerJson,
  follow,
  pictures,
  providerAt,
  requestOf,
  SECRET,
  serveScript,
} from "@/lib/server/ports/provider.fixture";
import { asItTravelled } from "./departure";

const answer = answerJson(200, pictures({ b64_json: "aGk=" }));

test("what is refused at the last moment never leaves, and is thrown as it is", async () => {
  await using server = await serveScript(answer);
  const refusal = new Error("stood still");
  const calls = providerAt(server.url).generate(requestOf(), new AbortController().signal, {
    beforeSend: () => {
      throw refusal;
    },
  });
  await expect(Array.fromAsync(calls)).rejects.toBe(refusal);
  expect(server.received).toEqual([]);
});

test("what leaves is told of once, when there is a connection and before the server has anything", async () => {
  await using server = await serveScript(answer);
  const told: number[] = [];
  const calls = providerAt(server.url).generate(requestOf(), new AbortController().signal, {
    beforeSend: () => told.push(server.received.length),
  });
  await Array.fromAsync(calls);
  expect(told).toEqual([0]);
  expect(server.received).toHaveLength(1);
});

test("a server that takes no connection in time was never sent anything, so nothing was billed", async () => {
  const { error } = await follow(providerAt("http://127.0.0.1:1"), {});
  expect(error).toMatchObject({ code: "unreachable", billed: "no" });
});

test("a handshake that never ends leaves nothing, whatever deadline ends it", async () => {
  const silent = createServer(() => {}).listen(0, "127.0.0.1");
  await new Promise((resolve) => silent.once("listening", resolve));
  const { port } = z.object({ port: z.number() }).parse(silent.address());
  const { error } = await follow(providerAt(`https://127.0.0.1:${port}`, { idleMs: 50, overallMs: 50 }));
  expect(error).toMatchObject({ code: "unreachable", billed: "no" });
  expect(JSON.stringify(error)).not.toContain(SECRET);
  silent.close();
});

test("what the connection knows corrects what an error looks like", () => {
  const kinds = (error: AppError, hasLeft: boolean) => {
    const { code, billed } = asItTravelled(error, { hasLeft });
    return [code, billed];
  };
  // A system call can say so of a connection that carried the request long ago.
  expect(kinds(new AppError("unreachable"), true)).toEqual(["connection_lost", "maybe"]);
  expect(kinds(new AppError("unreachable"), false)).toEqual(["unreachable", "no"]);
  expect(kinds(new AppError("connection_lost"), false)).toEqual(["unreachable", "no"]);
  expect(kinds(new AppError("cancelled"), false)).toEqual(["cancelled", "no"]);
  expect(kinds(new AppError("cancelled"), true)).toEqual(["cancelled", "maybe"]);
  expect(kinds(new AppError("rate_limited"), true)).toEqual(["rate_limited", "no"]);
});
