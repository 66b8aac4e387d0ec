import { useEffect, useRef } from "react";
import { createStore, useStoreValue } from "@/lib/client/store/create-store";

/** The headings of the palette and of the keys sheet, in their order. */
export const COMMAND_GROUPS = ["Create", "Pictures", "View", "Session", "Studio"] as const;
export type CommandGroup = (typeof COMMAND_GROUPS)[number];

/** Something that a person can do, wherever the focus is. */
export type Command = {
  /** Unique: "session-new". */
  id: string;
  group: CommandGroup;
  /** What it does, as it is read in the palette: "New session". */
  label: string;
  /**
   * The key that runs it anywhere in the studio, as in `key-binding.ts`: "Mod+K", "?", "N". A key
   * without modifiers is left alone in text fields; none is taken while a modal dialog is open.
   */
  keys?: string;
  /** Other words that should find it. */
  words?: string;
  /** Asked when the palette opens and when the key is pressed; absent means always. */
  isEnabled?(): boolean;
  run(): void;
};

type Readers = ReadonlyMap<string, () => Command>;

const readers = createStore<Readers>(new Map());

/**
 * Makes a command known as long as the component is there. The newest rendering's `label`, `run` and
 * `isEnabled` count; an object made anew each time costs nothing.
 */
export function useCommand(command: Command): void {
  const latest = useRef(command);
  useEffect(() => {
    latest.current = command;
  });
  const { id } = command;
  useEffect(() => registerCommand(id, () => latest.current), [id]);
}

/** Makes a command known; of two with one id the later one counts. Returns what ends it. */
export function registerCommand(id: string, read: () => Command): () => void {
  readers.set(new Map([...readers.get(), [id, read]]));
  return () => {
    const known = readers.get();
    if (known.get(id) === read) readers.set(new Map([...known].filter(([other]) => other !== id)));
  };
}

/** All commands by group, each group in the order of registration. */
export function listCommands(): Command[] {
  const commands = [...readers.get().values()].map((read) => read());
  return COMMAND_GROUPS.flatMap((group) => commands.filter((command) => command.group === group));
}

/** The commands as they stand, also those of parts that load later. */
export function useCommands(): Command[] {
  useStoreValue(readers);
  return listCommands();
}

export function canRun({ isEnabled }: Command): boolean {
  return isEnabled === undefined || isEnabled();
}
