import { DECIMAL_SCALE, Fault, valueReader } from '../ingest/values.ts';
import { failureAt } from './place.ts';
import type { YamlDocument, YamlPath } from './yaml-document.ts';

/** A column's bound as its values are stored, read from the text so that no decimal goes through a binary float. */
export function readBound(
  document: YamlDocument,
  path: YamlPath,
  kind: 'integer' | 'decimal',
): bigint | undefined {
  const text = document.textAt(path);
  if (text === undefined) return undefined;
  const value = valueReader({ kind })(text);
  if (typeof value === 'bigint') return value;
  const most = (2n ** 63n - 1n) / (kind === 'decimal' ? DECIMAL_SCALE : 1n);
  const reason = value instanceof Fault && value.code === 'out_of_range' ? `within ±${most}` : '';
  const allowed = kind === 'integer' ? 'a whole number' : 'a number with up to 4 decimals';
  throw failureAt(
    document.at(path),
    `${String(path.at(-1))} is ${text}; allowed: ${[allowed, reason].join(' ').trim()}.`,
    'Correct it.',
  );
}
