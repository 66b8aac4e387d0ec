// Lets plain Node run the project's own modules, for the tests that end a process the hard way:
// `node --conditions=react-server --import ./run-typescript.mjs file.ts`.
import { registerHooks } from "node:module";

const projectUrl = new URL("../../../", import.meta.url).href;

registerHooks({
  resolve(specifier, context, next) {
    const isOurs = context.parentURL?.startsWith(projectUrl) && !context.parentURL.includes("/node_modules/");
    if (!isOurs || !/^(@\/|\.)/.test(specifier) || /\.\w+$/.test(specifier)) return next(specifier, context);
    return next(`${specifier.replace(/^@\//, projectUrl)}.ts`, context);
  },
});
