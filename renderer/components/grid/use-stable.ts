import { useCallback, useInsertionEffect, useRef } from 'react';

/** A handler that is the same function from one drawing to the next, and does what the latest one says. */
export function useStable<Args extends readonly unknown[], Result>(
  handler: (...args: Args) => Result,
): (...args: Args) => Result {
  const latest = useRef(handler);
  useInsertionEffect(() => {
    latest.current = handler;
  });
  return useCallback((...args: Args) => latest.current(...args), []);
}
