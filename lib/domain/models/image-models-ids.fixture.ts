/** For tests: ids as the outside world writes them, so that they stand in one place. */
export const ids = {
  gptImage1: "gpt-image-1",
  gptImage1Mini: "gpt-image-1-mini",
  gptImage2: "gpt-image-2",
  gptImage25Flare: "gpt-image-2.5-flare",
  gptImage25Sunburst: "gpt-image-2.5-sunburst",
  /** A family's name alone, which is no model. */
  gptImage26: "gpt-image-2.6",
  gptImage26Flare: "gpt-image-2.6-flare",
  gptImage26Sunburst: "gpt-image-2.6-sunburst",
} as const;
