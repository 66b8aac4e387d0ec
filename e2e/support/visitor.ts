import type { Share, ShareInput } from "@/lib/domain/share/share";

const JSON_TYPE = { "content-type": "application/json" };

/** Shares a session as a program would; the rest as the dialog has it at first. */
export async function createShare(
  url: string,
  input: Pick<ShareInput, "sessionId" | "title"> & Partial<ShareInput>,
): Promise<Share> {
  const response = await fetch(`${url}/api/shares`, {
    method: "POST",
    headers: JSON_TYPE,
    body: JSON.stringify(input),
  });
  if (!response.ok) throw new Error(`The studio did not share: ${await response.text()}`);
  return response.json();
}

/** Somebody who opened a link and gave a name, without a browser. */
export type Visitor = {
  mark(imageId: string, mark: "pick" | "reject" | null): Promise<Response>;
  comment(imageId: string, text: string, pin?: { x: number; y: number } | null): Promise<Response>;
};

/** @param link the address of the shared gallery */
export async function visitAs(link: string, name: string): Promise<Visitor> {
  const post = (path: string, body: unknown, cookie = "") =>
    fetch(`${link}/${path}`, {
      method: "POST",
      headers: { ...JSON_TYPE, cookie },
      body: JSON.stringify(body),
    });
  const named = await post("visitor", { name });
  if (!named.ok) throw new Error(`The gallery took no name: ${named.status}`);
  const cookie = named.headers
    .getSetCookie()
    .map((pair) => pair.split(";")[0])
    .join("; ");
  return {
    mark: (imageId, mark) => post("marks", { imageId, mark }, cookie),
    comment: (imageId, text, pin = null) => post("comments", { imageId, text, pin }, cookie),
  };
}
