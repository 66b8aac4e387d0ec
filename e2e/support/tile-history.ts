import type { Page } from "@playwright/test";

/** One thing that a tile has shown: its words, and the address of its picture. */
export type TileMoment = { place: number; words: string; picture: string };

/** Starts to write down everything that the tiles of a prompt show, paint by paint; call it before Generate. */
export async function recordTiles(page: Page, prompt: string): Promise<() => Promise<TileMoment[]>> {
  const history = await page.evaluateHandle((prompt) => {
    const moments: { place: number; words: string; picture: string }[] = [];
    const look = () => {
      const pictures = [...document.querySelectorAll<HTMLImageElement>("li img")];
      const own = pictures.filter((picture) => picture.alt.startsWith(prompt));
      own.forEach((picture, place) => {
        const words = picture.closest("li")?.textContent ?? "";
        const moment = { place, words, picture: picture.currentSrc };
        const last = moments.findLast((earlier) => earlier.place === place);
        if (last?.words !== words || last.picture !== moment.picture) moments.push(moment);
      });
    };
    new MutationObserver(look).observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    });
    return moments;
  }, prompt);
  return () => history.jsonValue();
}
