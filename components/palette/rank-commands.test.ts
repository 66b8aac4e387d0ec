import { describe, expect, test } from "vitest";
import type { CommandGroup } from "@/lib/client/commands/command-registry";
import { rankCommands } from "./rank-commands";

const command = (label: string, group: CommandGroup = "Session", words?: string) => ({
  label,
  group,
  ...(words !== undefined && { words }),
});

const labels = (text: string, ...commands: ReturnType<typeof command>[]) =>
  rankCommands(commands, text).map(({ label }) => label);

describe("rankCommands", () => {
  test("finds a command by the beginnings of its words, in any order", () => {
    const all = [command("Export session as zip"), command("New session"), command("Spending", "Studio")];
    expect(labels("zip exp", ...all)).toEqual(["Export session as zip"]);
    expect(labels("sess", ...all)).toEqual(["Export session as zip", "New session"]);
    expect(labels("ession", ...all)).toEqual([]);
  });

  test("puts a label that begins with the text first, and other words last", () => {
    const all = [
      command("Delete session", "Session", "archive away"),
      command("Show the archive"),
      command("Archive session"),
    ];
    expect(labels("arch", ...all)).toEqual(["Archive session", "Show the archive", "Delete session"]);
  });

  test("keeps all of them for an empty text", () => {
    expect(labels("  ", command("b"), command("a"))).toEqual(["b", "a"]);
  });
});
