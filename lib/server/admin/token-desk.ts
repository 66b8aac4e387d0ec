import "server-only";
import { AppError, invalidField } from "@/lib/domain/errors/app-error";
import {
  type ApiToken,
  type ApiTokenInput,
  apiTokenInputSchema,
  type MadeApiToken,
} from "@/lib/domain/tokens/api-token";
import { parseInput } from "@/lib/server/http/parse-input";
import type { Db } from "@/lib/server/ports/database";
import { changeApiToken } from "@/lib/server/tokens/change-api-token";
import { makeApiToken } from "@/lib/server/tokens/make-api-token";
import { readApiToken, readApiTokens } from "@/lib/server/tokens/read-api-tokens";
import { LOCAL_OWNER } from "@/lib/server/viewer";

/** Tokens, as commands ask for them: by the names that their owner gave. */
export type TokenDesk = {
  list(): Promise<ApiToken[]>;
  /** @throws AppError invalid_input for a name that is in use, or none */
  create(input: unknown): Promise<MadeApiToken>;
  /** @throws AppError not_found when no open token has this name or these first characters */
  revoke(name: string): Promise<ApiToken[]>;
};

/** The desk of whoever has the database open. */
export function openTokenDesk(db: Db): TokenDesk {
  const list = () => readApiTokens(db, LOCAL_OWNER);
  const listOpen = async () => (await list()).filter(({ revokedAt }) => revokedAt === null);
  return {
    list,
    async create(given) {
      const input: ApiTokenInput = parseInput(apiTokenInputSchema, given);
      const isTaken = (await listOpen()).some(({ name }) => name === input.name);
      if (isTaken) throw invalidField("name", `There is a token named ${input.name} already.`);
      const { id, secret } = await makeApiToken(db, LOCAL_OWNER, input);
      return { token: await readApiToken(db, LOCAL_OWNER, id), secret };
    },
    async revoke(wanted) {
      const found = (await listOpen()).filter(({ name, prefix }) => name === wanted || prefix === wanted);
      if (found.length === 0)
        throw new AppError("not_found", { message: `There is no open token named ${wanted}.` });
      for (const { id } of found) await changeApiToken(db, LOCAL_OWNER, id, { revoked: true });
      return found;
    },
  };
}
