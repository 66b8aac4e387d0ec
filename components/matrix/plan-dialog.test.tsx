import { screen, waitFor, within } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { answerRequests } from "@/lib/client/testing/answer-requests";
import { renderInStudio } from "@/lib/client/testing/render-in-studio";
import { sampleSession } from "@/lib/domain/gallery/events.fixture";
import { modelLabelled } from "@/lib/domain/models/image-models.fixture";
import { PlanDialog } from "./plan-dialog";

function show() {
  const asked = answerRequests(() => Response.json({}, { status: 500 }));
  const onClose = vi.fn();
  const sendAsWritten = vi.fn();
  const { user } = renderInStudio(
    <PlanDialog
      draft={{
        ...{
          sessionId: sampleSession.id,
          parentImageId: null,
          template: "A {red|blue} house at {dawn|dusk}",
        },
        base: { modelId: modelLabelled("DALL·E 2").id, options: {}, imageCount: 1 },
        ...{ sendAsWritten, onSent: vi.fn() },
      }}
      onClose={onClose}
    />,
  );
  const plan = within(screen.getByRole("dialog", { name: "Plan variations" }));
  return {
    ...{ asked, user, plan, onClose, sendAsWritten },
    cells: () => plan.getAllByRole("cell").flatMap((cell) => within(cell).queryAllByRole("button")),
    send: () => plan.getByRole("button", { name: /^Generate/ }),
    cap: plan.getByLabelText("Stop at"),
  };
}

test("counts the pictures that are not struck, by cell, row and column", async () => {
  const { cells, send, user, plan } = show();
  expect(cells()).toHaveLength(4);
  expect(send()).toHaveTextContent(/^Generate 4 pictures/);
  await user.click(cells()[0] ?? plan.getByRole("table"));
  expect(cells()[0]).toHaveTextContent("Struck");
  expect(send()).toHaveTextContent(/^Generate 3 pictures/);
  await user.click(plan.getByRole("button", { name: "red" }));
  expect(send()).toHaveTextContent(/^Generate 2 pictures/);
  await user.click(plan.getByRole("button", { name: "red" }));
  expect(send()).toHaveTextContent(/^Generate 4 pictures/);
});

test("takes no cap that is none, and says why", async () => {
  const { cap, send, user, plan } = show();
  await user.type(cap, "0");
  expect(cap).toBeInvalid();
  expect(send()).toBeDisabled();
  expect(plan.getByText("The cap is an amount in dollars, above 0.")).toBeVisible();
});

test("stays open with the reason when the studio refuses it", async () => {
  const { asked, send, user, plan, onClose } = show();
  await user.click(send());
  await waitFor(() => expect(plan.getByText(/The studio (does not answer|answered 500)/)).toBeVisible());
  expect(asked).toMatchObject([
    { method: "POST", path: "/api/matrices", body: { struck: [], capUsd: null } },
  ]);
  expect(onClose).not.toHaveBeenCalled();
});

test("sends the text as it is written where that is meant", async () => {
  const { user, plan, sendAsWritten, onClose } = show();
  await user.click(plan.getByRole("button", { name: "Send as one text" }));
  expect(sendAsWritten).toHaveBeenCalledOnce();
  expect(onClose).toHaveBeenCalledOnce();
});
