/**
 * The rooms of the house: what each folder is, and which rooms beside it it may import. `npm run docs` makes the walls
 * (biome.walls.json) and the tables of docs/architecture.md from these rows. A list that lets two rooms import each
 * other, directly or around a corner, is refused.
 */
export type Room = { is: string; imports: readonly string[] };
export type Rooms = Record<string, Room>;

/** `lib/server`. Files beside the rooms (services.ts, env.ts, log.ts …) may be imported by all. */
export const SERVER_ROOMS: Rooms = {
  schema: { is: "the tables", imports: [] },
  ports: { is: "what the studio needs of a database, a store, a provider, a queue", imports: ["schema"] },
  "picture-files": { is: "PNG, JPEG, WebP, GIF and SVG: one file a format", imports: ["ports"] },
  storage: { is: "bytes in files or S3, behind one port", imports: ["ports", "picture-files"] },
  db: { is: "PGlite or PostgreSQL; every query", imports: ["ports", "schema", "storage"] },
  secrets: { is: "the studio's own secret, and what is kept of others", imports: [] },
  provider: { is: "the Images API: the only code that touches the key", imports: ["ports"] },
  models: { is: "the table of models as this studio has it", imports: ["ports"] },
  spending: { is: "what was spent", imports: ["ports", "db", "schema"] },
  limits: { is: "what may be spent and tried", imports: ["ports", "db", "schema", "spending"] },
  http: { is: "bodies in, errors out, headers, zones", imports: ["ports"] },
  search: { is: "pictures by their words", imports: ["ports", "db"] },
  recipes: { is: "how a picture was made, in its file", imports: ["picture-files", "db"] },
  images: {
    is: "bytes to previews; serving, keeping, deleting pictures",
    imports: ["ports", "schema", "db", "http", "picture-files", "recipes", "storage"],
  },
  answers: {
    is: "what a call answered: journalled, kept until it is stored, finished",
    imports: ["ports", "schema", "db", "images", "search", "spending", "storage"],
  },
  sessions: { is: "sessions and what a page shows of one", imports: ["ports", "schema", "db", "models"] },
  calls: {
    is: "the life of a call: claimed, sent, followed, and every way it ends",
    imports: ["ports", "schema", "db", "answers", "images", "limits", "search", "sessions", "spending"],
  },
  changes: { is: "what changed, told to those who look", imports: ["ports", "schema", "db", "sessions"] },
  generations: {
    is: "what a person asks for: create, cancel",
    imports: ["ports", "db", "calls", "limits", "search", "spending"],
  },
  tokens: {
    is: "what programs show to be let in, and what each may spend",
    imports: ["ports", "db", "schema", "secrets", "spending"],
  },
  admin: {
    is: "commands of the studio's owner, given on its own machine",
    imports: ["http", "secrets", "tokens", "db", "ports"],
  },
  api: {
    is: "the Images API as the studio serves it to programs",
    imports: ["ports", "db", "schema", "generations", "http", "models", "secrets", "tokens"],
  },
  mcp: {
    is: "the studio's tools for agents",
    imports: ["ports", "db", "api", "sessions", "spending", "tokens"],
  },
  matrices: {
    is: "many generations from one prompt, and their contact sheet",
    imports: ["ports", "db", "calls", "generations", "limits", "models", "picture-files"],
  },
  archive: {
    is: "sessions as zip files, out and in",
    imports: ["ports", "schema", "db", "http", "images", "picture-files", "recipes", "search", "storage"],
  },
  shares: {
    is: "links to galleries: the designer's side",
    imports: ["ports", "schema", "db", "http", "limits", "secrets"],
  },
  visits: {
    is: "what a visitor of a gallery can reach",
    imports: ["ports", "schema", "db", "changes", "http", "limits", "picture-files", "secrets", "shares"],
  },
  doors: {
    is: "the ways in: studio, gallery, programs, and the front door before all",
    imports: ["http", "sessions", "models", "visits", "db", "admin", "api", "tokens"],
  },
};

/** `lib/client`: code of the browser that several features use. */
export const CLIENT_ROOMS: Rooms = {
  words: { is: "figures, options and counts as people read them", imports: [] },
  layout: { is: "breakpoints, justified rows, moving by arrows", imports: [] },
  browser: { is: "clipboard, files, media queries, decoding", imports: [] },
  store: { is: "a value that parts of the page share", imports: [] },
  keys: { is: "which key does what, place by place", imports: ["store"] },
  api: { is: "typed requests to the studio", imports: ["words"] },
  studio: { is: "what the whole page knows: context, view", imports: ["api", "store"] },
  selection: { is: "selected pictures", imports: ["store"] },
  gallery: { is: "the query cache of a session: its key, every write to it", imports: ["api", "studio"] },
  commands: {
    is: "what can be done, by name or by a key",
    imports: ["api", "browser", "gallery", "keys", "store", "studio", "words"],
  },
  review: {
    is: "picks and comments of visitors, as the designer reads them",
    imports: ["api", "commands", "gallery", "layout", "store", "studio", "words"],
  },
  filter: { is: "which pictures are shown", imports: ["review", "studio", "gallery"] },
  events: { is: "the event stream", imports: ["gallery", "review"] },
  visitor: { is: "a visitor's page: state, marks, comments", imports: ["events"] },
};

/** `lib/domain`: pure; zod/mini and itself. */
export const DOMAIN_ROOMS: Rooms = {
  text: { is: "clean text, ids, figures", imports: [] },
  errors: { is: "the table of errors", imports: ["text"] },
  models: { is: "the table of models and all that follows from a row", imports: ["errors", "text"] },
  providers: { is: "the table of providers, and how each speaks", imports: ["models"] },
  money: { is: "estimates, costs, limits", imports: ["models"] },
  generation: {
    is: "a recipe, its images, its calls",
    imports: ["errors", "models", "money", "providers", "text"],
  },
  "images-api": {
    is: "the Images API's own words: what a request may hold, and how it is refused",
    imports: ["generation", "models", "text"],
  },
  matrix: { is: "one prompt, many generations", imports: ["generation", "models", "money", "text"] },
  session: { is: "a thread of generations", imports: ["text"] },
  share: { is: "a link, and what a visitor is shown", imports: ["generation", "text"] },
  tokens: { is: "what a program shows to be let in", imports: ["text"] },
  gallery: {
    is: "what a page of the studio shows, and the events that change it",
    imports: ["generation", "matrix", "models", "session", "share", "text"],
  },
};

/** `components`: a feature imports `ui`, never another feature. */
export const FEATURES = [
  "compare",
  "composer",
  "cull",
  "gallery",
  "inspector",
  "matrix",
  "palette",
  "review",
  "search",
  "session",
  "settings",
  "share",
  "spending",
  "studio",
  "trash",
  "tree",
  "visitor",
] as const;
