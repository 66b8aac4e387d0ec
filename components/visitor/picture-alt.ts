import type { SharedPicture } from "@/lib/domain/share/visitor-gallery";

/** What a picture is called: its prompt where that is shown, else its place, counted from 1. */
export function pictureAlt({ prompt }: Pick<SharedPicture, "prompt">, number: number): string {
  return prompt || `Picture ${number}`;
}
