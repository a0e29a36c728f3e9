/** Seeds from 1: `MUSTER_SEEDS=200` runs the seeds 1 to 200, `MUSTER_SEEDS=17-17` only that one. */
export function seeds(usual: number): readonly number[] {
  const [first = '', last] = (process.env.MUSTER_SEEDS ?? String(usual)).split('-');
  const [from, to] = last === undefined ? [1, Number(first)] : [Number(first), Number(last)];
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
