import { describe, expect, test } from "vitest";
import { answerJson, type Script, serveScript } from "@/lib/server/ports/provider.fixture";
import { resolvePublicHost } from "./address-guard";
import { createFetchPicture } from "./fetch-picture";

const fromLoopback = createFetchPicture("http://127.0.0.1:9/v1");
const fromTheNet = createFetchPicture("https://api.example.com/v1");
const lost = { code: "picture_lost", billed: "yes" };

const serveBytes: Script = ({ response }) => void response.end("bytes");

test("fetches a picture from loopback where the provider is on loopback, without the key", async () => {
  await using files = await serveScript(serveBytes);
  expect(Buffer.from(await fromLoopback(`${files.url}/a.png?sig=1`)).toString()).toBe("bytes");
  expect(files.received[0]?.url).toBe("/a.png?sig=1");
  expect(files.received[0]?.headers.authorization).toBeUndefined();
});

describe("refuses, without a connection,", () => {
  test.each([
    ["loopback where the provider is elsewhere", (port: string) => `http://127.0.0.1:${port}/`],
    ["loopback by name", (port: string) => `http://localhost:${port}/`],
    ["loopback over https", (port: string) => `https://127.0.0.1:${port}/`],
    ["loopback as a number", (port: string) => `https://2130706433:${port}/`],
    ["loopback in IPv6 clothes", (port: string) => `https://[::ffff:127.0.0.1]:${port}/`],
    ["loopback in old IPv6 clothes", (port: string) => `https://[::127.0.0.1]:${port}/`],
    ["a file", () => "file:///etc/passwd"],
    ["another protocol", () => "ftp://example.com/a.png"],
    ["nothing", () => ""],
    ["what is no address", () => "a picture"],
  ])("%s", async (_, addressAt) => {
    await using files = await serveScript(serveBytes);
    await expect(fromTheNet(addressAt(new URL(files.url).port))).rejects.toMatchObject(lost);
    expect(files.received).toEqual([]);
  });

  test.each([
    ..."0.0.0.0 10.1.2.3 100.64.0.1 127.0.0.2 169.254.169.254 172.16.0.1 172.31.255.255 192.168.1.1".split(
      " ",
    ),
    ..."198.18.0.1 224.0.0.1 255.255.255.255 [::1] [::] [fd00::1] [fe80::1] [ff02::1]".split(" "),
    ..."[::ffff:10.0.0.1] [64:ff9b::a00:1] [2002:7f00:1::] [2001::1]".split(" "),
  ])("the address %s over https, and http to anywhere", async (host) => {
    await expect(resolvePublicHost(host)).rejects.toMatchObject(lost);
    await expect(fromTheNet(`http://${host.includes(":") ? host : "example.com"}/`)).rejects.toMatchObject(
      lost,
    );
  });

  test.each(["1.1.1.1", "172.32.0.1", "[2606:4700::1111]"])("but not %s", async (host) => {
    await expect(resolvePublicHost(host)).resolves.toHaveLength(1);
  });
});

describe("a redirect", () => {
  const redirect = (location: string, status = 302): Script => answerJson(status, "", { location });

  test("is followed to where a picture may be", async () => {
    await using files = await serveScript(serveBytes);
    await using first = await serveScript(redirect(files.url, 307));
    expect(Buffer.from(await fromLoopback(first.url)).toString()).toBe("bytes");
  });

  test.each([
    "http://10.0.0.1/a.png",
    "https://10.0.0.1/a.png",
    "https://[::ffff:a9fe:a9fe]/",
    "file:///etc/passwd",
    "http://example.com/",
  ])("to %s is not followed", async (location) => {
    await using first = await serveScript(redirect(location));
    await expect(fromLoopback(first.url)).rejects.toMatchObject(lost);
  });

  test("is followed three times", async () => {
    await using loop = await serveScript(({ request, response }) => {
      response.writeHead(302, { location: `${request.url}x` }).end();
    });
    await expect(fromLoopback(`${loop.url}/`)).rejects.toMatchObject(lost);
    expect(loop.received.map(({ url }) => url)).toEqual(["/", "/x", "/xx", "/xxx"]);
  });
});

test("stops at 64 MB", async () => {
  const chunk = Buffer.alloc(8 * 1024 * 1024);
  let isLeft = false;
  await using files = await serveScript(({ response }) => {
    response.on("close", () => {
      isLeft = true;
    });
    const more = () => {
      if (isLeft) return;
      response.write(chunk, more);
    };
    more();
  });
  await expect(fromLoopback(files.url)).rejects.toMatchObject(lost);
  expect(files.received).toHaveLength(1);
});

test("tells what may pass from what can never be fetched, and asks once", async () => {
  const answers: Script[] = [
    answerJson(404, {}),
    answerJson(403, {}),
    answerJson(503, {}),
    ({ response }) => void response.destroy(),
    serveBytes,
  ];
  await using files = await serveScript((exchange) => answers[files.received.length - 1]?.(exchange));
  for (const _ of answers.slice(1))
    await expect(fromLoopback(files.url)).rejects.not.toMatchObject({ code: "picture_lost" });
  expect(Buffer.from(await fromLoopback(files.url)).toString()).toBe("bytes");
  expect(files.received).toHaveLength(answers.length);
});
