import "server-only";
import sharp from "sharp";
import { invalidRequest, notFound } from "@/lib/domain/images-api/api-error";
import type { ImageModel } from "@/lib/domain/models/image-model";
import { ABSENT_MODEL } from "@/lib/domain/models/image-models";
import type { Size } from "@/lib/domain/models/options/size";

/** An uploaded picture that can be read. */
export type ReferenceImage = Size & { bytes: Uint8Array; hasAlpha: boolean };

type Limits = { imagesMax: number; bytesMax: number; formats: readonly string[]; mustBeSquare: boolean };

const MEBIBYTE = 1024 * 1024;
const manyPictures: Limits = {
  imagesMax: 16,
  bytesMax: 50 * MEBIBYTE,
  formats: ["png", "webp", "jpeg"],
  mustBeSquare: false,
};
const onePicture: Limits = { imagesMax: 1, bytesMax: 4 * MEBIBYTE, formats: ["png"], mustBeSquare: true };

/**
 * What a model takes as reference (Images API, edits). The rows say nothing of edits yet: of the
 * models that can answer with an address only the plainest edits, and it takes one square PNG.
 * @throws ApiError 404 for a model without edits
 */
export function referenceLimits(model: ImageModel): Limits {
  if (!model.takesResponseFormat) return manyPictures;
  if (model.id === ABSENT_MODEL.plain) return onePicture;
  throw notFound("model_not_found", "model", `The model '${model.id}' does not serve edits.`);
}

/**
 * Reads the uploads of `image`.
 * @throws ApiError 400 when there are none or too many, or one is too large or not a picture it takes
 */
export async function readReferenceImages(files: readonly Blob[], limits: Limits): Promise<ReferenceImage[]> {
  if (files.length === 0) {
    throw invalidRequest("missing_required_parameter", "image", "Missing required parameter: 'image'.");
  }
  if (files.length > limits.imagesMax) {
    throw invalidRequest(
      "invalid_value",
      "image",
      `Expected at most ${limits.imagesMax} images, got ${files.length}.`,
    );
  }
  return Promise.all(files.map((file) => readPicture("image", file, limits)));
}

/**
 * Reads the upload of `mask`: a PNG with transparency, as large as the first image.
 * @throws ApiError 400
 */
export async function readMask(file: Blob, first: ReferenceImage): Promise<ReferenceImage> {
  const mask = await readPicture("mask", file, { ...onePicture, mustBeSquare: false });
  if (mask.widthPx !== first.widthPx || mask.heightPx !== first.heightPx) {
    throw invalidRequest("invalid_value", "mask", "The mask must have the size of the first image.");
  }
  if (!mask.hasAlpha) throw invalidRequest("invalid_value", "mask", "The mask must have an alpha channel.");
  return mask;
}

async function readPicture(param: string, file: Blob, limits: Limits): Promise<ReferenceImage> {
  if (file.size >= limits.bytesMax) {
    throw invalidRequest(
      "invalid_value",
      param,
      `An image must be smaller than ${limits.bytesMax / MEBIBYTE} MB.`,
    );
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  const { format, width, height, hasAlpha } = await readMetadata(param, bytes);
  if (!limits.formats.includes(format)) {
    throw invalidRequest("invalid_image_file", param, `An image must be ${limits.formats.join(", ")}.`);
  }
  if (limits.mustBeSquare && width !== height) {
    throw invalidRequest("invalid_image_file", param, "The image must be square.");
  }
  return { bytes, widthPx: width, heightPx: height, hasAlpha };
}

async function readMetadata(param: string, bytes: Uint8Array) {
  try {
    return await sharp(bytes).metadata();
  } catch {
    throw invalidRequest("invalid_image_file", param, "Invalid image file: it cannot be read.");
  }
}
