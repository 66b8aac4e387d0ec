import { once } from "node:events";
import { startProcess } from "./test-process";

/**
 * Makes an empty database with every migration, in a process of its own: the one that runs the tests knows no server.
 * @param place a folder, or the address of a database
 */
export async function makeTemplate(place: string): Promise<void> {
  const [code] = await once(startProcess("./make-template.ts", [place]), "exit");
  if (code !== 0) throw new Error("The database of the tests could not be made.");
}
