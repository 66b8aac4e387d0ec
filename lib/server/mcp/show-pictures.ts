import "server-only";
import type { CallToolResult } from "@modelcontextprotocol/server";
import { downloadName } from "@/lib/domain/generation/download-name";
import type { CompletedImage } from "@/lib/domain/generation/image";
import { thumbnailKey } from "@/lib/domain/generation/picture-address";
import { pictureAddresses } from "@/lib/server/api/addresses/picture-addresses";
import { readOriginal } from "@/lib/server/api/answers/read-original";
import type { ApiCall } from "@/lib/server/api/api-call";

/**
 * Finished pictures for an agent: each as a small picture that it can look at, and as a link to the original, which
 * lives for an hour. An original has megabytes, which no model wants to read.
 */
export async function showPictures(call: ApiCall, images: readonly CompletedImage[]) {
  const addressOf = await pictureAddresses(call, new Date());
  const content: CallToolResult["content"] = [];
  for (const image of images) {
    const { b64_json: data } = await readOriginal(call.services.storage, thumbnailKey(image.id));
    content.push({ type: "image", data, mimeType: "image/webp" });
    content.push({
      type: "resource_link",
      uri: addressOf(image.id),
      name: downloadName("", image),
      mimeType: image.contentType,
      size: image.sizeBytes,
    });
  }
  return { content, described: images.map((image) => describePicture(image, addressOf(image.id))) };
}

/** A picture's facts. */
export function describePicture(image: CompletedImage, url: string) {
  const { id, widthPx, heightPx, contentType, revisedPrompt, costUsd } = image;
  return {
    image_id: id,
    url,
    width: widthPx,
    height: heightPx,
    content_type: contentType,
    ...(revisedPrompt !== null && { revised_prompt: revisedPrompt }),
    cost_usd: costUsd,
  };
}
