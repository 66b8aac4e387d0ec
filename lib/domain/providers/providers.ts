import type { ProviderRow } from "./provider-row";

/*
 * THE table of providers: a server with a key is a row. The first whose key is set serves the models of the table under
 * their bare ids; every other offers its own beside them. Sources: providers.md, the vendors' references, read 2026-11.
 */

const unlimited = { callsAtOnce: null, imagesPerMinute: null };

const openai: ProviderRow = {
  label: "OpenAI",
  baseUrl: "https://api.openai.com/v1",
  baseUrlVariable: "OPENAI_BASE_URL",
  keyVariable: "OPENAI_API_KEY",
  auth: "bearer",
  dialect: "openai",
  vendors: ["openai"],
  catalogue: "models",
  models: {},
  unknownModels: {},
  limits: unlimited,
};

/** Sizes that every diffusion model draws. */
const localSizes = {
  kind: "size",
  presets: ["512x512", "768x768", "1024x1024", "768x1024", "1024x768"],
  custom: {
    multipleOf: 64,
    ratioMax: 4,
    edgeMaxPx: 2048,
    pixelsMin: 65_536,
    pixelsMax: 4_194_304,
  },
  default: "512x512",
};

export const PROVIDERS: Record<string, ProviderRow> = {
  openai,
  dedalus: {
    ...openai,
    label: "Dedalus Labs",
    baseUrl: "https://api.dedaluslabs.ai/v1",
    baseUrlVariable: "DEDALUS_BASE_URL",
    keyVariable: "DEDALUS_API_KEY",
    // Edits take one picture.
    dialect: { preset: "openai", idPrefix: "vendor", referencesMax: 1, imageField: "image" },
    vendors: null,
  },
  openrouter: {
    ...openai,
    label: "OpenRouter",
    baseUrl: "https://openrouter.ai/api/v1",
    baseUrlVariable: "OPENROUTER_BASE_URL",
    keyVariable: "OPENROUTER_API_KEY",
    dialect: "openrouter",
    vendors: null,
    catalogue: "openrouter",
  },
  azure: {
    ...openai,
    label: "Azure OpenAI",
    baseUrl: null,
    baseUrlVariable: "AZURE_OPENAI_BASE_URL",
    keyVariable: "AZURE_OPENAI_API_KEY",
    auth: "api-key",
  },
  xai: {
    ...openai,
    label: "xAI",
    baseUrl: "https://api.x.ai/v1",
    baseUrlVariable: "XAI_BASE_URL",
    keyVariable: "XAI_API_KEY",
    dialect: {
      preset: "openai",
      editBody: "json-images",
      referencesMax: 3,
      sizeAs: "ratio-and-tier",
      mask: "none",
      markup: false,
      stream: "none",
      responseFormat: "b64_json",
    },
    vendors: ["xai"],
  },
  litellm: {
    ...openai,
    label: "LiteLLM",
    baseUrl: null,
    baseUrlVariable: "LITELLM_BASE_URL",
    keyVariable: "LITELLM_API_KEY",
    // Pictures do not stream through it (BerriAI/litellm 19569).
    dialect: { preset: "openai", stream: "none" },
    vendors: null,
  },
  local: {
    ...openai,
    label: "Local server",
    baseUrl: null,
    baseUrlVariable: "LOCAL_IMAGES_BASE_URL",
    keyVariable: null,
    dialect: "local",
    vendors: [],
    unknownModels: { options: { size: localSizes }, imagesPerCallMax: 4 },
  },
};
