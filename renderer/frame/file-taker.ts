import { useEffect } from 'react';

/** Takes the handles of files that were dropped or chosen. */
export type TakeFiles = (handles: readonly string[]) => void;

let taker: TakeFiles | null = null;

/** While a screen with this is shown, files go to it and not to the step Files. Keep `take` the same from one drawing to the next. */
export function useTakesFiles(take: TakeFiles): void {
  useEffect(() => {
    taker = take;
    return () => {
      if (taker === take) taker = null;
    };
  }, [take]);
}

/** Who takes files now; null: the step Files. */
export function fileTaker(): TakeFiles | null {
  return taker;
}
