import { CLIENT_ROOMS, DOMAIN_ROOMS, FEATURES, type Rooms, SERVER_ROOMS } from "./rooms";

type Ban = { group: string[]; message: string };

const NOT_APP: Ban = {
  group: ["@/app/**", "**/app/**"],
  message: "Nothing imports from app: it is the place that wires.",
};
const NO_SERVER: Ban = {
  group: ["@/lib/server/**", "@/lib/offline/**"],
  message: "lib/server never reaches the browser, not even as a type.",
};
const MINI_ZOD: Ban = { group: ["zod"], message: "zod/mini: what reaches the browser has a budget." };
/** A path that goes up and down again would pass every rule that is written with the alias. */
const BY_ALIAS: Ban = { group: ["../*/**", "../../**"], message: "Another room is imported by its @/ name." };
const OPENERS: Ban = {
  group: ["open-services", "open-studio", "running-studio", "start-studio"].map(
    (file) => `@/lib/server/${file}`,
  ),
  message: "Only the doors know the running studio.",
};
/** The query builder itself, in rooms that hold no queries. */
const SQL: Ban = {
  group: ["drizzle-orm", "drizzle-orm/**"],
  message: "Every query stands in lib/server/db/queries, as (db, params) → rows.",
};
/** `calls` has the queue, which writes its jobs through the caller's transaction. */
const ROOMS_WITH_SQL = ["schema", "ports", "db", "calls"];

const DOMAIN: Ban[] = [
  NOT_APP,
  MINI_ZOD,
  BY_ALIAS,
  {
    group: ["@/lib/client/**", "@/lib/server/**", "@/lib/offline/**", "@/components/**"],
    message: "lib/domain imports zod and itself.",
  },
  {
    group: [
      ...["react", "react-dom", "next", "next/**", "node:*", "drizzle-orm", "drizzle-orm/**"],
      ...["@tanstack/**", "openai", "sharp"],
    ],
    message: "lib/domain is pure: zod and itself.",
  },
];
const CLIENT: Ban[] = [
  NOT_APP,
  NO_SERVER,
  MINI_ZOD,
  BY_ALIAS,
  { group: ["@/components/**"], message: "lib knows nothing of components." },
  { group: ["node:*"], message: "lib/client runs in the browser." },
];
const SERVER: Ban[] = [
  NOT_APP,
  BY_ALIAS,
  {
    group: ["@/lib/client/**", "@/components/**", "next", "next/**", "react", "react-dom"],
    message: "lib/server imports lib/domain, and knows neither Next nor React.",
  },
];
const OFFLINE: Ban[] = [
  NOT_APP,
  {
    group: ["@/lib/client/**", "@/lib/server/**", "@/components/**", "next", "next/**", "react", "react-dom"],
    message: "The offline provider is a neighbour: it imports lib/domain.",
  },
];
const COMPONENTS: Ban[] = [NOT_APP, NO_SERVER, MINI_ZOD];

/** The overrides of Biome: a later one replaces an earlier one, so each repeats what holds around it. */
export function walls() {
  return {
    linter: { rules: {} },
    overrides: [
      wall(["lib/domain/**"], DOMAIN),
      ...roomWalls("lib/domain", DOMAIN_ROOMS, DOMAIN),
      wall(["lib/domain/**/*.test.ts", "lib/domain/**/*.fixture.ts"], [NOT_APP, BY_ALIAS]),
      wall(["lib/client/**"], CLIENT),
      ...roomWalls("lib/client", CLIENT_ROOMS, CLIENT),
      wall(["lib/server/**"], SERVER),
      ...roomWalls("lib/server", SERVER_ROOMS, SERVER, (room) => [
        ...(room === "doors" ? [] : [OPENERS]),
        ...(ROOMS_WITH_SQL.includes(room) ? [] : [SQL]),
      ]),
      wall(["lib/server/testing/**", "lib/server/**/*.test.ts", "lib/server/**/*.fixture.ts"], [NOT_APP]),
      wall(["lib/offline/**"], OFFLINE),
      wall(["lib/offline/**/*.test.ts", "lib/offline/**/*.fixture.ts"], [NOT_APP]),
      ...FEATURES.map((feature) =>
        wall([`components/${feature}/**`], [...COMPONENTS, BY_ALIAS, onlyFeature(feature)]),
      ),
      wall(
        ["components/ui/**"],
        [
          ...COMPONENTS,
          {
            group: [
              "@/components/**",
              "@/lib/client/*/**",
              "!@/lib/client/keys/**",
              "!@/lib/client/store/**",
            ],
            message: "A primitive imports its siblings (./), the store and the table of keys.",
          },
        ],
      ),
    ],
  };
}

function roomWalls(base: string, rooms: Rooms, around: Ban[], more: (room: string) => Ban[] = () => []) {
  refuseCircles(base, rooms);
  return Object.entries(rooms).map(([room, { imports }]) => {
    const allowed = [room, ...imports].map((name) => `!@/${base}/${name}/**`);
    const ban = {
      group: [`@/${base}/*/**`, ...allowed],
      message: `${base}/${room} may import ${imports.join(", ") || "no other room"}: see scripts/walls/rooms.ts.`,
    };
    return wall([`${base}/${room}/**`], [...around, ...more(room), ban]);
  });
}

function onlyFeature(feature: string): Ban {
  return {
    group: ["@/components/*/**", "!@/components/ui/**", `!@/components/${feature}/**`],
    message: "A feature imports components/ui, not another feature.",
  };
}

function wall(includes: string[], patterns: Ban[]) {
  const rule = { level: "error", options: { patterns } };
  return { includes, linter: { rules: { style: { noRestrictedImports: rule } } } };
}

/** @throws Error naming the circle, where a room reaches itself through what it may import */
export function refuseCircles(base: string, rooms: Rooms): void {
  const visit = (room: string, way: string[]): void => {
    if (way.includes(room)) throw new Error(`${base}: a circle of rooms: ${[...way, room].join(" → ")}`);
    for (const next of rooms[room]?.imports ?? []) {
      if (!rooms[next]) throw new Error(`${base}/${room} may import ${next}, which is no room.`);
      visit(next, [...way, room]);
    }
  };
  for (const room of Object.keys(rooms)) visit(room, []);
}

/** The rooms as rows of docs/architecture.md. */
export function roomsTable(rooms: Rooms): string {
  const rows = Object.entries(rooms).map(
    ([room, { is, imports }]) => `| \`${room}\` | ${is} | ${imports.join(", ") || "–"} |`,
  );
  return ["| room | what lives there | may import |", "|---|---|---|", ...rows].join("\n");
}
