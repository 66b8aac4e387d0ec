import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { openPictureSieve } from "./picture-sieve";

/** What comes out of a sieve that is fed in pieces of these sizes, by turns. */
function sift(text: string, ...sizes: number[]) {
  const sieve = openPictureSieve();
  let out = "";
  for (let from = 0, turn = 0; from < text.length; turn += 1) {
    const size = sizes[turn % sizes.length] ?? text.length;
    out += sieve.feed(text.slice(from, from + size));
    from += size;
  }
  return { out, sieve };
}

const bytes = randomBytes(40_001);
const b64 = bytes.toString("base64");
const words = 'Eine \\"Füchsin\\" \\\\ am See\\n'.repeat(900);
const answer = `{ "created": 1, "data": [ {"b64_json" : "${b64}", "revised_prompt": "${words}"},\n {"b64_json":"AAEC"} ], "size":"1x1" }`;

const WRITTEN: [string, string][] = [
  ["as it is", b64],
  ["with slashes escaped", b64.replaceAll("/", "\\/")],
  ["with everything escaped that can be", b64.replaceAll("+", "\\u002B").replaceAll("/", "\\u002f")],
  ["in lines", b64.replace(/.{76}/g, "$&\\r\\n")],
  ["for addresses", bytes.toString("base64url")],
];

describe.each([[[7]], [[1_000, 13]], [[65_536]], [[10_000_000]]])("in pieces of %j characters", (sizes) => {
  test.each(WRITTEN)("a picture written %s is taken out byte for byte", (_, written) => {
    const { out, sieve } = sift(answer.replace(b64, written), ...sizes);
    expect(out.length).toBeLessThan(answer.length - b64.length + 200);
    const read: { data: { b64_json: string; revised_prompt?: string }[]; size: string } = JSON.parse(out);
    expect(Buffer.from(sieve.take(read.data[0]?.b64_json ?? "")).equals(bytes)).toBe(true);
    expect([...sieve.take(read.data[1]?.b64_json ?? "")]).toEqual([0, 1, 2]);
    expect(read.data[0]?.revised_prompt).toBe(JSON.parse(`"${words}"`));
    expect(read.size).toBe("1x1");
    expect(sieve.heldBytes()).toBe(0);
  });

  test("everything but pictures stays as it was", () => {
    const plain = answer.replace(b64, "AAEC");
    const broken = `: "\n\ndata: {"a": "b\n\ndata: {"c":"d"}\n\ndata: "\\\\"\n`;
    expect(sift(plain, ...sizes).out).toBe(plain);
    expect(sift(broken, ...sizes).out).toBe(broken);
  });

  test("a line that breaks off within a picture does not hide the next one", () => {
    const { out, sieve } = sift(`data: {"b64_json":"${b64}\n\ndata: {"b64_json":"${b64}"}\n\n`, ...sizes);
    const last: { b64_json: string } = JSON.parse(out.trimEnd().split("\ndata: ").at(-1) ?? "");
    expect(Buffer.from(sieve.take(last.b64_json)).equals(bytes)).toBe(true);
  });
});

test("knows what it holds, also of a picture that is still coming", () => {
  const { sieve } = sift(`{"b64_json":"${b64.slice(0, 20_000)}`, 1_000);
  expect(sieve.heldBytes()).toBeGreaterThan(14_000);
  sieve.feed(`${b64.slice(20_000)}"`);
  expect(sieve.heldBytes()).toBe(bytes.byteLength);
});

test("takes a name for what it is only from itself", () => {
  const { out, sieve } = sift(`{"b64_json":"${b64}"}`);
  const { b64_json: name }: { b64_json: string } = JSON.parse(out);
  expect(openPictureSieve().take(name).byteLength).toBeLessThan(100);
  expect(sieve.take(name).byteLength).toBe(bytes.byteLength);
});
