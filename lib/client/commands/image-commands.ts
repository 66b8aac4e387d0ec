import type { KeyPress } from "@/lib/client/keys/key-binding";
import { actionOf, PICTURE_KEYS } from "@/lib/client/keys/keys";

export type ImageCommand = keyof typeof PICTURE_KEYS;

/** The command of a key press to the picture that has the focus, in the gallery and in the inspector. */
export function imageCommandOf(press: KeyPress): ImageCommand | null {
  return actionOf(PICTURE_KEYS, press);
}
