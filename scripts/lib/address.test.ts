import { createServer } from "node:net";
import { describe, expect, test } from "vitest";
import { addressUrl, explain, parsePort, readAddress, tryListen } from "./address.mjs";

describe("parsePort", () => {
  test("takes the whole numbers from 1 to 65535", () => {
    expect(parsePort("1")).toBe(1);
    expect(parsePort("65535")).toBe(65535);
  });

  test.each(["", "0", "65536", "100000", "-1", "3.5", "3e3", " 80", "0x50", "abc"])("refuses %j", (text) => {
    expect(parsePort(text)).toBeUndefined();
  });
});

describe("readAddress", () => {
  test("stays on this machine unless told otherwise, also when the variables are empty", () => {
    expect(readAddress({ HOST: "", PORT: "" })).toEqual({ host: "127.0.0.1", port: 3000 });
    expect(readAddress({ HOST: "0.0.0.0", PORT: "3901" })).toEqual({ host: "0.0.0.0", port: 3901 });
  });
});

describe("addressUrl", () => {
  test.each([
    ["127.0.0.1", "http://127.0.0.1:3000"],
    ["0.0.0.0", "http://localhost:3000"],
    ["::", "http://localhost:3000"],
    ["::1", "http://[::1]:3000"],
  ])("makes an address for %s that a browser can open", (host, url) => {
    expect(addressUrl({ host, port: 3000 })).toBe(url);
  });
});

describe("tryListen", () => {
  test("reports a port that is taken, and names another one", async () => {
    const server = createServer();
    const port = await new Promise<number>((resolve) => {
      server.listen(0, "127.0.0.1", () => {
        const address = server.address();
        resolve(typeof address === "object" && address ? address.port : 0);
      });
    });
    const taken = { host: "127.0.0.1", port };
    expect(await tryListen(taken)).toBe("EADDRINUSE");
    expect(explain("EADDRINUSE", { host: "127.0.0.1", port: 3000 })).toBe(
      "Port 3000 is in use. Choose another: PORT=3001 npm start",
    );
    await new Promise((resolve) => server.close(resolve));
    expect(await tryListen(taken)).toBeUndefined();
  });
});
