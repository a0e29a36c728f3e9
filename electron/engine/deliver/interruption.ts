/** What must still be done when the process is asked to end. */
const farewells = new Set<() => Promise<void>>();

/** Has something done before the process ends at a signal; returns how to take that back. It may not fail. */
export function beforeLeaving(work: () => Promise<void>): () => void {
  farewells.add(work);
  return () => {
    farewells.delete(work);
  };
}

/** Does what must be done before the process ends; undefined where there is nothing. */
export function sayFarewell(): Promise<unknown> | undefined {
  return farewells.size === 0 ? undefined : Promise.allSettled([...farewells].map((work) => work()));
}
