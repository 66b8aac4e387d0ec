/**
 * Prints the lines to standard error and ends the process with code 1: what went wrong, then how to mend it.
 * @param {...string} lines
 * @returns {never}
 */
export function fail(...lines) {
  for (const line of lines) console.error(line);
  process.exit(1);
}
