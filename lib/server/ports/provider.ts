import "server-only";
import type { AppError } from "@/lib/domain/errors/app-error";
import type { UsedOptions } from "@/lib/domain/generation/image";
import type { ProviderRequest } from "@/lib/domain/generation/request/provider-request";
import type { Usage } from "@/lib/domain/money/usage";
import type { Dialect } from "@/lib/domain/providers/dialect";

/**
 * A finished picture as the provider sent it, untouched; or the address where it can be had for an hour; or why this
 * one of several cannot be had.
 */
export type AnsweredImage =
  | { type: "picture"; bytes: Uint8Array; used: UsedOptions; revisedPrompt: string | null }
  | { type: "address"; url: string; used: UsedOptions; revisedPrompt: string | null }
  | { type: "lost"; error: AppError };

/** What a call yields: previews while it develops, then exactly one answer. */
export type ProviderEvent =
  | { type: "partial"; partialIndex: number; bytes: Uint8Array; used: UsedOptions }
  | {
      type: "answered";
      images: AnsweredImage[];
      usage: Usage | null;
      /** What the provider says it charged for the call, where it does. */
      costUsd: number | null;
    };

/** What the caller of a provider is told while a call is under way. */
export type CallHooks = {
  /** The last moment before the request leaves; what it throws ends the call unsent. */
  beforeSend(): void;
  /** The answer has begun to come, or of a stream its final: what comes now is what was paid for. */
  onFinal(): void;
};

/** A model as its provider lists it. */
export type ListedModel = {
  /** Bare where the dialect puts the vendor in front. */
  id: string;
  /** YYYY-MM-DD, where the list says when it stops. */
  shutdownOn: string | null;
  /** What the list says of it in the words of a model's row: label, options, prices. */
  fields: Record<string, unknown>;
};

/** The service behind the key. */
export interface Provider {
  /** For people and logs: a name or a host, never a key. */
  readonly label: string;
  readonly isOffline: boolean;
  /** The row of the table of providers that it is. */
  readonly id: string;
  readonly dialect: Dialect;
  /**
   * Sends one call, once. Leaving the loop early ends it upstream.
   * @throws AppError with a code of the table and whether it was billed
   */
  generate(
    request: ProviderRequest,
    signal: AbortSignal,
    hooks?: Partial<CallHooks>,
  ): AsyncIterable<ProviderEvent>;
  /**
   * Fetches a picture that was answered as an address, once.
   * @throws AppError picture_lost where it can never be had from there; anything else may pass
   */
  fetchPicture(url: string): Promise<Uint8Array>;
  /** What the key can use; null where the provider gives no list. */
  listModels(signal: AbortSignal): Promise<ListedModel[] | null>;
}
