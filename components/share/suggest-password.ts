/** Without letters and digits that look alike. */
const LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
const GROUPS = 3;
const GROUP_CHARS = 4;

/** A password to read out on the phone: "k7hm-2qtx-9cdw", about 59 bits. */
export function suggestPassword(): string {
  return Array.from({ length: GROUPS }, () => Array.from({ length: GROUP_CHARS }, letter).join("")).join("-");
}

/** Values beyond the last whole alphabet would make its first letters likelier. */
function letter(): string {
  const limit = 256 - (256 % LETTERS.length);
  for (;;) {
    const [value = 255] = crypto.getRandomValues(new Uint8Array(1));
    if (value < limit) return LETTERS.charAt(value % LETTERS.length);
  }
}
