import { useCallback, useState } from 'react';

const PREFIX = 'muster.grid.';

/** A choice for all grids that is kept until the window is closed. */
export function useKeptChoice(name: string, before: boolean): readonly [boolean, (choice: boolean) => void] {
  const [choice, setChoice] = useState(() => read(name) ?? before);
  const choose = useCallback(
    (next: boolean) => {
      setChoice(next);
      try {
        sessionStorage.setItem(PREFIX + name, String(next));
      } catch {
        // Where the page may keep nothing, it is only for now.
      }
    },
    [name],
  );
  return [choice, choose];
}

function read(name: string): boolean | null {
  try {
    const kept = sessionStorage.getItem(PREFIX + name);
    return kept === null ? null : kept === 'true';
  } catch {
    return null;
  }
}
