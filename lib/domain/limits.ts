/**
 * How much of something there may be, wherever the studio, its forms and its visitors must agree on it. Without zod,
 * so that a form can know a bound without the schema that checks it.
 */

/** Pictures changed, packed into a zip or shared in one request. 2,000 ids with their field names take 100 KB. */
export const PICTURES_AT_ONCE_MAX = 2_000;
/** Pictures of one generation, as many as the Images API takes for `n`. */
export const IMAGES_A_GENERATION_MAX = 10;
/** Cells of one prompt matrix. Nobody looks through more, and each one costs. */
export const MATRIX_CELLS_MAX = 100;

/** Characters of the longest prompt that a row of the built-in table takes, counted as code points. */
export const PROMPT_CHARS_MAX = 32_000;
/** UTF-16 units. The longest prompt, twice: a template holds what its alternatives share only once. */
export const TEMPLATE_CHARS_MAX = 2 * PROMPT_CHARS_MAX;
export const MODEL_ID_CHARS_MAX = 200;
/** A value of an option, as text. */
export const OPTION_VALUE_CHARS_MAX = 200;

/** The name of a session, and of a gallery. */
export const TITLE_CHARS_MAX = 200;
export const SEARCH_CHARS_MAX = 500;
export const PASSWORD_CHARS_MIN = 4;
export const PASSWORD_CHARS_MAX = 200;
/** The name that a visitor gives. */
export const NAME_CHARS_MAX = 60;
export const COMMENT_CHARS_MAX = 2_000;

/** Dollars of a month's limit, and of a matrix's cap. */
export const LIMIT_USD_MAX = 1_000_000;

/** The longer edge of a thumbnail: sharp on twice the density of a tile; the inspector shows the original. */
export const THUMBNAIL_EDGE_PX = 640;
