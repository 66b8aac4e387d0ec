import "server-only";
import type { ImageModel } from "@/lib/domain/models/image-model";
import { describeAnswer } from "@/lib/server/answers/describe-answer";
import type { Services } from "@/lib/server/services";
import type { Answer } from "./follow-call";
import type { LoadedCall } from "./load-call";

/** Hands what a call answered over to the keeper. Returns when it is shown, or waits where nothing can happen to it. */
export async function finishCall(
  { env, providerOf, keeper }: Pick<Services, "env" | "providerOf" | "keeper">,
  loaded: LoadedCall,
  model: ImageModel,
  answered: Answer,
): Promise<void> {
  const durationMsMax = env.STUDIO_OVERALL_TIMEOUT_S * 1000;
  const described = describeAnswer(loaded, answered, { model, provider: providerOf(model), durationMsMax });
  await keeper.keep({ callId: loaded.call.id, ...described });
}
