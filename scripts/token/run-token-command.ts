import type { ApiToken } from "@/lib/domain/tokens/api-token";
import type { TokenDesk } from "@/lib/server/admin/token-desk";
import { readEnv } from "@/lib/server/env";
import { withTokenDesk } from "./with-token-desk";

type Command = { command: "create" | "list" | "revoke"; name: string; limit: number | null };

/** `shown` is for programs, the token alone; `said` for people. */
type Told = { shown: string; said: string };

/** Makes, lists or revokes tokens of the studio that the environment names, whether it runs or not. */
export function runTokenCommand(asked: Command): Promise<Told> {
  return withTokenDesk(readEnv(), (desk) => run(desk, asked));
}

async function run(desk: TokenDesk, { command, name, limit }: Command): Promise<Told> {
  switch (command) {
    case "create": {
      const { token, secret } = await desk.create({ name, monthlyLimitUsd: limit });
      return { shown: secret, said: `The token of ${token.name}, shown this once:` };
    }
    case "list": {
      const tokens = await desk.list();
      return {
        shown: tokens.map(lineOf).join("\n"),
        said: tokens.length === 0 ? "There are no tokens." : "",
      };
    }
    case "revoke": {
      const revoked = await desk.revoke(name);
      return { shown: "", said: `Revoked: ${revoked.map(({ prefix }) => `${prefix}…`).join(", ")}` };
    }
  }
}

function lineOf({
  name,
  prefix,
  monthlyLimitUsd,
  monthUsd,
  lastUsedAt,
  revokedAt,
  sessionTitle,
}: ApiToken): string {
  const limit = monthlyLimitUsd === null ? "no limit" : `of $${monthlyLimitUsd}`;
  const state = revokedAt ? `revoked ${revokedAt}` : lastUsedAt ? `last used ${lastUsedAt}` : "never used";
  const place = sessionTitle === null ? "" : `  into "${sessionTitle}"`;
  return `${prefix}…  ${name}  $${monthUsd} ${limit} this month  ${state}${place}`;
}
