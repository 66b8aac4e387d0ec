import "server-only";
import { ApiError } from "@/lib/domain/images-api/api-error";
import type { ImageModel } from "@/lib/domain/models/image-model";

/**
 * What the offline safety system refuses, and the violation it names. The first two are for
 * trying a refusal out; the others are the plainest words of what providers do refuse.
 */
const REFUSED: readonly { words: RegExp; violation: string }[] = [
  { words: /\brefuse this\b/i, violation: "other" },
  { words: /\bmoderation blocked\b/i, violation: "other" },
  { words: /\b(blood|bloody|gore|gory)\b/i, violation: "violence" },
  { words: /\b(nude|naked)\b/i, violation: "sexual" },
];

/**
 * Refuses a prompt that has a word of the table. The older models, which can answer with an
 * address, call it `content_policy_violation`; the others `moderation_blocked`.
 * @throws ApiError 400
 */
export function refuseUnsafePrompt(model: ImageModel, prompt: string): void {
  const violations = REFUSED.filter(({ words }) => words.test(prompt)).map(({ violation }) => violation);
  if (violations.length === 0) return;
  const named = [...new Set(violations)].join(", ");
  throw new ApiError({
    status: 400,
    type: model.takesResponseFormat ? "invalid_request_error" : "image_generation_user_error",
    param: null,
    code: model.takesResponseFormat ? "content_policy_violation" : "moderation_blocked",
    message: `Your request was rejected by the safety system. safety_violations=[${named}].`,
  });
}
