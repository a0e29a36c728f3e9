import type { SourceFigures } from '../../contract/reconciliation.ts';
import { columns, styled, whole } from './text.ts';

/** What was read, source by source, with what is wrong with the rejected records. */
export function renderSources(sources: readonly SourceFigures[]): readonly string[] {
  const rows = sources.map(({ files, source, read, accepted, rejected }) => [
    files.length > 0 ? files.join(', ') : `${source} (no file)`,
    whole(read),
    whole(accepted),
    whole(rejected),
  ]);
  const lines = columns([['', 'read', 'accepted', 'quarantined'], ...rows], 'lrrr');
  return lines.flatMap((line, index) => {
    if (index === 0) return [`  ${styled('dim', line)}`];
    const codes = Object.entries(sources[index - 1]?.codes ?? {}).sort(([, left], [, right]) => right - left);
    return [`  ${line}`, ...codes.map(([code, records]) => styled('dim', `    ${whole(records)} × ${code}`))];
  });
}

/** Sentences to be read before the result is used. */
export function renderWarnings(warnings: readonly string[] | undefined): readonly string[] {
  return (warnings ?? []).map((warning) => `  ${styled('yellow', '!')} ${warning}`);
}
