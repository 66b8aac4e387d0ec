import { expect } from "@playwright/test";
import { test } from "./fixtures";

test("hears again after a proxy answered for a studio that restarted", async ({
  page,
  ui,
  session,
  problems,
  studio,
}) => {
  problems.expect(/502/);
  await expect(ui.generate).toBeEnabled();
  let connections = 0;
  await page.route("**/api/events**", (route) => {
    connections += 1;
    return connections < 3 ? route.fulfill({ status: 502, body: "Bad gateway" }) : route.fallback();
  });
  await page.reload();
  const notice = page.getByText("Connection lost, trying again");
  await expect(notice).toBeVisible();
  await expect(notice).toBeHidden();
  const change = { method: "PATCH", headers: { "content-type": "application/json" } };
  const title = "Renamed elsewhere";
  await fetch(`${studio.url}/api/sessions/${session.id}`, { ...change, body: JSON.stringify({ title }) });
  await expect(page.getByRole("banner")).toContainText(title);
});
