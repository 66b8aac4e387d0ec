import { render, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { APP_ERRORS, AppError, type AppErrorCode } from "@/lib/domain/errors/app-error";
import { billedWords, failureOf } from "@/lib/domain/errors/failure";
import { RefusalNotice } from "./refusal-notice";

const codes = Object.keys(APP_ERRORS).filter((code): code is AppErrorCode => code in APP_ERRORS);

test.each(codes)("says what happened, was it billed and what to do: %s", (code) => {
  const failure = failureOf(new AppError(code));
  render(<RefusalNotice refusal={{ failure, fields: [] }} />);
  const notice = screen.getByRole("alert");
  for (const words of [APP_ERRORS[code].what, billedWords(failure), failure.todo])
    expect(notice).toHaveTextContent(words);
});

test("names the fields that no control shows", () => {
  const failure = failureOf(new AppError("invalid_input"));
  const fields = [{ field: "parentImageId", message: "There is no such picture." }];
  render(<RefusalNotice refusal={{ failure, fields }} />);
  expect(screen.getByRole("alert")).toHaveTextContent("parentImageId: There is no such picture.");
});

test("is a place for words before there are any, so that they are heard", () => {
  render(<RefusalNotice refusal={null} />);
  expect(screen.getByRole("alert")).toBeEmptyDOMElement();
});
