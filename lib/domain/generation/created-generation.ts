import type { Generation } from "./generation";
import type { Image } from "./image";

/** What a request made: a generation with its images, which wait. */
export type CreatedGeneration = { generation: Generation; images: Image[] };
