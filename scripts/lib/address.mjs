import { createServer } from "node:net";
import { fail } from "./fail.mjs";

/**
 * Where the studio listens: HOST (default 127.0.0.1) and PORT (default 3000). Ends the process on an unusable PORT.
 * @param {Record<string, string | undefined>} env
 */
export function readAddress(env) {
  const port = parsePort(env.PORT || "3000");
  if (port === undefined) {
    fail(`PORT=${env.PORT} is not a port: give a whole number from 1 to 65535, as in PORT=3001 npm start`);
  }
  return { host: env.HOST || "127.0.0.1", port };
}

/**
 * A port from 1 to 65535, or nothing when the text is not one.
 * @param {string} text
 * @returns {number | undefined}
 */
export function parsePort(text) {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  return port >= 1 && port <= 65535 ? port : undefined;
}

/**
 * The address to open in a browser on this machine.
 * @param {{ host: string, port: number }} address
 */
export function addressUrl({ host, port }) {
  const everyInterface = host === "0.0.0.0" || host === "::";
  const name = everyInterface ? "localhost" : host;
  return `http://${name.includes(":") ? `[${name}]` : name}:${port}`;
}

/**
 * Ends the process with one clear line when the address cannot be listened on.
 * @param {{ host: string, port: number }} address
 */
export async function requireFreeAddress(address) {
  const code = await tryListen(address);
  if (code) fail(explain(code, address));
}

/**
 * @param {{ host: string, port: number }} address
 * @returns {Promise<string | undefined>} the error's code when the address cannot be listened on
 */
export function tryListen({ host, port }) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", (error) => resolve(error.code));
    server.listen(port, host, () => server.close(() => resolve(undefined)));
  });
}

/**
 * @param {string} code an error code of listen(2) or of the name's look-up
 * @param {{ host: string, port: number }} address
 */
export function explain(code, { host, port }) {
  const other = port < 65535 ? port + 1 : port - 1;
  switch (code) {
    case "EADDRINUSE":
      return `Port ${port} is in use. Choose another: PORT=${other} npm start`;
    case "EACCES":
      return `Port ${port} needs more rights than this account has. Choose another: PORT=3000 npm start`;
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return `HOST=${host} is not an address of this machine. Leave it out, or listen everywhere: HOST=0.0.0.0 npm start`;
    default:
      return `Cannot listen on ${host}, port ${port} (${code}). Choose another: PORT=${other} npm start`;
  }
}
