import "server-only";

/** Of the four threads that files and names of hosts are read with, too. */
const TURNS = 2;

let takenTurns = 0;
const waiting: (() => void)[] = [];

/** One of the few who may decode at this moment, in the order in which they asked. */
export async function takeTurn(): Promise<Disposable> {
  if (takenTurns < TURNS) takenTurns += 1;
  else await new Promise<void>((resolve) => waiting.push(resolve));
  let isTaken = true;
  return {
    [Symbol.dispose]() {
      if (!isTaken) return;
      isTaken = false;
      const next = waiting.shift();
      if (next) next();
      else takenTurns -= 1;
    },
  };
}
