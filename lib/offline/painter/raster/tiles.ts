import "server-only";
import { createRandom } from "@/lib/offline/painter/draw/seed";

/** A square of raw grey (3 equal channels) that repeats without seams. */
export type Tile = { data: Buffer; size: number };

const made = new Map<string, Tile>();

function tileOf(key: string, size: number, value: (x: number, y: number, index: number) => number): Tile {
  const found = made.get(key);
  if (found !== undefined) return found;
  const data = Buffer.alloc(size * size * 3);
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const index = y * size + x;
      data.fill(Math.max(0, Math.min(255, Math.round(value(x, y, index)))), index * 3, index * 3 + 3);
    }
  }
  const tile = { data, size };
  made.set(key, tile);
  return tile;
}

/** Film grain round middle grey, made once per strength (0..1). */
export function grainTile(strength: number): Tile {
  const random = createRandom("grain");
  // Two draws make most specks faint and a few strong, as film has them.
  return tileOf(`grain${strength}`, 256, () => 128 + (random.next() + random.next() - 1) * 127 * strength);
}

/** The tooth of paper: near white, with soft hollows; made to be multiplied in. */
export function paperTile(strength: number): Tile {
  const size = 512;
  const random = createRandom("paper");
  const lattice = Array.from({ length: 128 * 128 }, () => random.next());
  const noise = (x: number, y: number, cells: number) => {
    const [px, py] = [(x / size) * cells, (y / size) * cells];
    const [ix, iy] = [Math.floor(px), Math.floor(py)];
    const ease = (t: number) => t * t * (3 - 2 * t);
    const [fx, fy] = [ease(px - ix), ease(py - iy)];
    // Wrapping the lattice makes the tile meet itself.
    const spot = (dx: number, dy: number) => lattice[((iy + dy) % cells) * 128 + ((ix + dx) % cells)] ?? 0;
    return (
      (spot(0, 0) * (1 - fx) + spot(1, 0) * fx) * (1 - fy) + (spot(0, 1) * (1 - fx) + spot(1, 1) * fx) * fy
    );
  };
  return tileOf(`paper${strength}`, size, (x, y) => {
    const tooth = noise(x, y, 128) * 0.55 + noise(x, y, 64) * 0.3 + noise(x, y, 9) * 0.15;
    return 255 - strength * 46 * Math.max(0, tooth - 0.18);
  });
}

/** As much of a tile as a small picture has room for, and its two sides in pixels. */
export function cropTile(
  tile: Tile,
  width: number,
  height: number,
): { data: Buffer; side: readonly [number, number] } {
  const across = Math.min(tile.size, width);
  const down = Math.min(tile.size, height);
  if (across === tile.size && down === tile.size) return { data: tile.data, side: [across, down] };
  const rows = Array.from({ length: down }, (_, y) =>
    tile.data.subarray(y * tile.size * 3, (y * tile.size + across) * 3),
  );
  return { data: Buffer.concat(rows), side: [across, down] };
}
