import { useEffect, useState } from 'react';

/** A list, empty until it has had something in it for so many milliseconds. */
export function useDelayed<Item>(items: readonly Item[], pause: number): readonly Item[] {
  const some = items.length > 0;
  const [lasting, setLasting] = useState(false);
  useEffect(() => {
    if (!some) {
      setLasting(false);
      return;
    }
    const timer = setTimeout(() => setLasting(true), pause);
    return () => clearTimeout(timer);
  }, [some, pause]);
  return lasting ? items : EMPTY;
}

const EMPTY: readonly never[] = [];
