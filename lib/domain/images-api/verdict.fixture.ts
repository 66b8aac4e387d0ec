import { modelTable } from "@/lib/domain/models/model-table";
import { ApiError } from "./api-error";
import { checkRequest } from "./check-request";
import { toWireParameters } from "./wire-parameters";

const models = modelTable();

/** For tests: what becomes of a body, as "status code param" of the refusal, or the model that would draw. */
export function verdict(body: object): string {
  try {
    return checkRequest(models, toWireParameters(Object.entries(body))).model.id;
  } catch (thrown) {
    if (!(thrown instanceof ApiError)) throw thrown;
    const { status, code, param } = thrown.refusal;
    return `${status} ${code} ${param}`;
  }
}
