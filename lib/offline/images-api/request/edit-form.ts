import "server-only";
import { invalidRequest } from "@/lib/domain/images-api/api-error";
import { toWireParameters, type WireParameters } from "@/lib/domain/images-api/wire-parameters";
import { OPTIONS } from "@/lib/domain/models/options/option";

/** The parts of an edit: uploads apart from parameters. */
export type EditForm = { images: Blob[]; mask: Blob | null; parameters: WireParameters };

/** A form has texts only; these stand for whole numbers. */
const NUMBER_NAMES = new Set<string>(["n", OPTIONS.compression.wire, OPTIONS.partials.wire]);

/**
 * Reads the multipart body of an edit. Several images come as `image[]` or as `image` again and again.
 * @throws ApiError 400 when it is not multipart, or a file stands where a text belongs or the reverse
 */
export async function readEditForm(request: Request): Promise<EditForm> {
  const form = await readForm(request);
  const images = [...form.getAll("image"), ...form.getAll("image[]")].map((value) =>
    requireFile("image", value),
  );
  const maskValue = form.get("mask");
  const texts = [...form].filter(([name]) => !["image", "image[]", "mask"].includes(name));
  return {
    images,
    mask: maskValue === null ? null : requireFile("mask", maskValue),
    parameters: toWireParameters(texts.map(([name, value]) => [name, fromText(name, value)])),
  };
}

async function readForm(request: Request): Promise<FormData> {
  try {
    return await request.formData();
  } catch {
    request.signal.throwIfAborted();
    throw invalidRequest(null, null, "We could not parse the multipart form of your request.");
  }
}

function requireFile(name: string, value: FormDataEntryValue): Blob {
  if (typeof value !== "string") return value;
  throw invalidRequest("invalid_type", name, `Invalid type for '${name}': expected a file.`);
}

/** A text as the value that JSON would have; what is no number or truth value stays a text. */
function fromText(name: string, value: FormDataEntryValue): unknown {
  if (NUMBER_NAMES.has(name) && typeof value === "string" && /^-?\d+(\.\d+)?$/.test(value))
    return Number(value);
  if (name === "stream" && (value === "true" || value === "false")) return value === "true";
  return value;
}
