import { Skeleton } from '@mantine/core';

/** Lines that stand for an answer that is on its way. */
export function Loading({
  lines = 4,
  label = 'Loading',
}: {
  readonly lines?: number;
  readonly label?: string;
}) {
  return (
    <div role="status" aria-label={label} aria-busy style={{ display: 'grid', gap: '0.75rem' }}>
      {Array.from({ length: lines }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they are all the same.
        <Skeleton key={index} height="0.75rem" width={`${90 - ((index * 23) % 50)}%`} />
      ))}
    </div>
  );
}
