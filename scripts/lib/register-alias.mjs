/**
 * Lets plain Node run the project's TypeScript: import this first, then import the module dynamically.
 * Node strips the types itself; what it lacks is the `@/` alias, the `.ts` that imports leave out, and the condition
 * under which `server-only` is empty.
 */
import { registerHooks } from "node:module";
import { extname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { root } from "./root.mjs";

const fileEndings = new Set([".ts", ".mjs", ".js", ".json"]);

registerHooks({
  resolve(specifier, context, nextResolve) {
    if (specifier === "server-only") {
      return nextResolve(specifier, { ...context, conditions: ["react-server", ...context.conditions] });
    }
    return nextResolve(projectFileUrl(specifier, context.parentURL) ?? specifier, context);
  },
});

/**
 * The address of a file of the project, or nothing when the import means something else.
 * @param {string} specifier
 * @param {string | undefined} parentUrl
 */
function projectFileUrl(specifier, parentUrl) {
  const path = specifier.startsWith("@/")
    ? join(root, specifier.slice(2))
    : siblingPath(specifier, parentUrl);
  if (path === undefined) return undefined;
  return pathToFileURL(fileEndings.has(extname(path)) ? path : `${path}.ts`).href;
}

/** Only TypeScript files of the project leave endings out; packages keep Node's own rules. */
function siblingPath(specifier, parentUrl) {
  if (!specifier.startsWith(".") || !parentUrl?.endsWith(".ts") || parentUrl.includes("/node_modules/"))
    return undefined;
  return fileURLToPath(new URL(specifier, parentUrl));
}
