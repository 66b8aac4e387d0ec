import "server-only";
import { invalidRequest } from "@/lib/domain/images-api/api-error";
import { checkRequest } from "@/lib/domain/images-api/check-request";
import type { WireParameters } from "@/lib/domain/images-api/wire-parameters";
import type { ImageModel } from "@/lib/domain/models/image-model";
import { ABSENT_MODEL } from "@/lib/domain/models/image-models";
import { answerCommission } from "./answer/answer-commission";
import type { ApiContext } from "./answer/api-context";
import { commissionImages } from "./answer/commission";
import { settlePicture } from "./answer/settled-picture";
import { drawOverReference } from "./draw-over-reference";
import { readEditForm } from "./request/edit-form";
import { refuseUnsafePrompt } from "./request/moderation";
import {
  type ReferenceImage,
  readMask,
  readReferenceImages,
  referenceLimits,
} from "./request/reference-image";

const FIDELITY_NAME = "input_fidelity";

/**
 * `POST /images/edits`, a multipart form.
 * @throws ApiError for a request that is wrong or unsafe
 */
export async function createEdit(context: ApiContext, request: Request): Promise<Response> {
  const { images, mask: maskFile, parameters } = await readEditForm(request);
  const order = checkRequest(context.models, sharedParameters(parameters, images.length));
  checkFidelity(order.model, parameters.get(FIDELITY_NAME));
  const references = await readReferenceImages(images, referenceLimits(order.model));
  const [first] = references;
  if (!first)
    throw invalidRequest("missing_required_parameter", "image", "Missing required parameter: 'image'.");
  const mask = maskFile && (await readMask(maskFile, first));
  refuseUnsafePrompt(order.model, order.prompt);

  const picture = settlePicture(order);
  const commission = commissionImages(context, {
    kind: "image_edit",
    order,
    picture,
    drawing: drawOverReference(context.painter, order.prompt, picture, { first, mask }),
    referenceTokens: references.map(countImageTokens).reduce((sum, count) => sum + count, 0),
  });
  return answerCommission(context, request, commission);
}

/** What generations take too. Several images, or a fidelity, point to the richer model where none is named. */
function sharedParameters(parameters: WireParameters, imageCount: number): WireParameters {
  const shared = new Map(parameters);
  const needsRich = shared.delete(FIDELITY_NAME) || imageCount > 1;
  if (needsRich && !shared.has("model")) shared.set("model", ABSENT_MODEL.rich);
  return shared;
}

function checkFidelity(model: ImageModel, fidelity: unknown): void {
  if (fidelity === undefined) return;
  if (model.takesResponseFormat) {
    throw invalidRequest("unknown_parameter", FIDELITY_NAME, `Unknown parameter: '${FIDELITY_NAME}'.`);
  }
  if (fidelity === "high" || fidelity === "low") return;
  throw invalidRequest(
    "invalid_value",
    FIDELITY_NAME,
    `Invalid value for '${FIDELITY_NAME}': expected 'high' or 'low'.`,
  );
}

/** The vision guide's count: the shortest edge is scaled to 512, then 65 tokens and 129 for each 512-pixel tile. */
function countImageTokens({ widthPx, heightPx }: ReferenceImage): number {
  return 65 + 129 * Math.ceil(Math.max(widthPx, heightPx) / Math.min(widthPx, heightPx));
}
