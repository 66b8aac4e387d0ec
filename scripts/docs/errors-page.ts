import { APP_ERRORS } from "@/lib/domain/errors/app-error";

const HEAD = "<!-- Made by `npm run docs` from lib/domain/errors/app-error.ts. Do not edit. -->";

/** docs/errors.md: every error a person can meet. */
export function errorsPage(): string {
  const rows = Object.entries(APP_ERRORS).map(
    ([code, { status, billed, what, todo }]) => `| \`${code}\` | ${status} | ${billed} | ${what} | ${todo} |`,
  );
  const head = "| code | status | billed | what happened | what to do |\n|---|---|---|---|---|";
  return `${[HEAD, "# Errors", [head, ...rows].join("\n")].join("\n\n")}\n`;
}
