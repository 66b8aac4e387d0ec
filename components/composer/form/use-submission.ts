import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { RequestError } from "@/lib/client/api/request-json";
import { createGeneration } from "@/lib/client/api/studio-api";
import { submissionKeys } from "@/lib/client/api/submission-key";
import { putCreated } from "@/lib/client/gallery/gallery-cache";
import { type FieldProblem, toAppError } from "@/lib/domain/errors/app-error";
import { failureOf } from "@/lib/domain/errors/failure";
import type { Failure } from "@/lib/domain/errors/failure-schema";
import type { GenerationInput } from "@/lib/domain/generation/generation";

export type SubmissionInput = Omit<GenerationInput, "idempotencyKey">;
export type SubmissionResult =
  | { isCreated: true }
  | { isCreated: false; failure: Failure; fields: readonly FieldProblem[] };

/**
 * Sends the form once at a time. A created generation is in the gallery's cache before this
 * resolves; trying again after a fault sends the same key, so that it cannot be created twice.
 * `send` resolves to null when another submit is still under way.
 */
export function useSubmission() {
  const queryClient = useQueryClient();
  const [keys] = useState(() => submissionKeys(() => crypto.randomUUID()));
  const isUnderWay = useRef(false);
  const [isSending, setIsSending] = useState(false);

  const send = async (input: SubmissionInput): Promise<SubmissionResult | null> => {
    if (isUnderWay.current) return null;
    isUnderWay.current = true;
    setIsSending(true);
    try {
      const { generation, images } = await createGeneration({
        ...input,
        idempotencyKey: keys.keyFor(input),
      });
      keys.settle();
      putCreated(queryClient, input.sessionId, { generations: [generation], images });
      return { isCreated: true };
    } catch (error) {
      if (error instanceof RequestError)
        return { isCreated: false, failure: error.failure, fields: error.fields };
      return { isCreated: false, failure: failureOf(toAppError(error)), fields: [] };
    } finally {
      isUnderWay.current = false;
      setIsSending(false);
    }
  };

  return { send, isSending };
}
