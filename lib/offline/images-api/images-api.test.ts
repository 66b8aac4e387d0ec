import { describe, expect, test } from "vitest";
import { ids } from "@/lib/domain/models/image-models-ids.fixture";
import { modelTable } from "@/lib/domain/models/model-table";
import { createTestApi, generationRequest, readError } from "./api.fixture";
import { describingPainter } from "./stub-painter.fixture";

const model = ids.gptImage1;
const get = (path: string, init?: RequestInit) => new Request(`http://offline.invalid${path}`, init);

describe("addresses", () => {
  test.each([
    ["GET", "/v1/images/variations", 404, "unknown_url"],
    ["POST", "/v1/completions", 404, "unknown_url"],
    ["GET", "/", 404, "unknown_url"],
    ["GET", "/v1/images/generations", 405, "method_not_supported"],
    ["DELETE", "/v1/images/edits", 405, "method_not_supported"],
    ["POST", "/v1/models", 405, "method_not_supported"],
  ])("%s %s is refused with %i in the API's own form", async (method, path, status, code) => {
    const error = await readError(await createTestApi()(get(path, { method })));
    expect(error).toMatchObject({ status, code, type: "invalid_request_error", param: null });
  });

  test("answers without the leading /v1 as well", async () => {
    const response = await createTestApi()(get("/models"));
    expect(response.status).toBe(200);
  });

  test("names the methods that an address takes", async () => {
    const response = await createTestApi()(get("/v1/models", { method: "PUT" }));
    expect(response.headers.get("allow")).toBe("GET");
  });
});

describe("models", () => {
  test("lists every row with its shutdown date", async () => {
    const response = await createTestApi()(get("/v1/models"));
    const { object, data } = await response.json();
    expect(object).toBe("list");
    expect(data).toHaveLength(modelTable().size);
    expect(data).toContainEqual({
      id: "dall-e-2",
      object: "model",
      created: 0,
      owned_by: "openai",
      shutdown_date: "2026-05-12",
    });
    expect(data).toContainEqual(expect.objectContaining({ id: ids.gptImage2, shutdown_date: null }));
  });

  test.each(["dall-e-3", "openai/dall-e-3", "openai%2Fdall-e-3"])("gives one row for %s", async (name) => {
    const response = await createTestApi()(get(`/v1/models/${name}`));
    expect(await response.json()).toMatchObject({ id: "dall-e-3", object: "model" });
  });

  test("refuses a model that is not in the table", async () => {
    const error = await readError(await createTestApi()(get("/v1/models/nothing")));
    expect(error).toMatchObject({ status: 404, code: "model_not_found" });
  });
});

describe("bodies and keys", () => {
  test.each(["{", "", "\u0000"])("refuses %j as no JSON", async (body) => {
    const error = await readError(await createTestApi()(generationRequest({}, { body })));
    expect(error).toMatchObject({ status: 400, type: "invalid_request_error", param: null });
    expect(error.message).toContain("could not parse");
  });

  test.each(["[]", "null", '"text"'])("refuses %s as no object", async (body) => {
    const error = await readError(await createTestApi()(generationRequest({}, { body })));
    expect(error).toMatchObject({ status: 400, code: "invalid_type" });
  });

  test("refuses a body that is not said to be JSON", async () => {
    const request = generationRequest({ prompt: "a" }, { headers: { "content-type": "text/plain" } });
    expect(await readError(await createTestApi()(request))).toMatchObject({
      code: "unsupported_content_type",
    });
  });

  test("lets anyone in unless a key is required, and then only with that key", async () => {
    const locked = createTestApi({ requireKey: "sk-test" });
    const withKey = (key: string) => get("/v1/models", { headers: { authorization: `Bearer ${key}` } });
    expect((await createTestApi()(get("/v1/models"))).status).toBe(200);
    expect((await locked(withKey("sk-test"))).status).toBe(200);
    expect(await readError(await locked(withKey("sk-other")))).toMatchObject({
      status: 401,
      code: "invalid_api_key",
    });
    expect((await locked(get("/v1/models"))).status).toBe(401);
  });

  test("answers 500 in the API's form when the painter fails", async () => {
    const paint = () => Promise.reject(new Error("no paint"));
    const api = createTestApi({ painter: { ...describingPainter, paint } });
    expect(await readError(await api(generationRequest({ model, prompt: "a" })))).toMatchObject({
      status: 500,
      type: "server_error",
    });
  });

  test("rejects as fetch does when the client leaves before the answer", async () => {
    const client = new AbortController();
    const api = createTestApi({ paceMs: 60_000 });
    const answer = api(generationRequest({ model, prompt: "a" }, { signal: client.signal }));
    client.abort();
    await expect(answer).rejects.toMatchObject({ name: "AbortError" });
  });
});

describe("moderation", () => {
  test.each([
    [ids.gptImage1, "moderation_blocked"],
    [ids.gptImage26Flare, "moderation_blocked"],
    ["dall-e-3", "content_policy_violation"],
  ])("refuses for %s with %s and the violations", async (id, code) => {
    const response = await createTestApi()(generationRequest({ model: id, prompt: "A bloody axe" }));
    const error = await readError(response);
    expect(error).toMatchObject({ status: 400, code });
    expect(error.message).toContain("safety_violations=[violence]");
  });

  test.each(["please refuse this", "moderation blocked"])("refuses on request: %j", async (prompt) => {
    const error = await readError(await createTestApi()(generationRequest({ model, prompt })));
    expect(error.code).toBe("moderation_blocked");
  });

  test("lets words pass that only contain a refused one", async () => {
    expect((await createTestApi()(generationRequest({ model, prompt: "a bloodhound" }))).status).toBe(200);
  });

  test("refuses a stream before it begins", async () => {
    const response = await createTestApi()(generationRequest({ model, prompt: "gore", stream: true }));
    expect((await readError(response)).status).toBe(400);
  });
});
