import type { SourceFigures } from '../../contract/reconciliation.ts';
import { columns, counted, styled, whole } from './text.ts';

/** A source may have a file a day: no more of them are named than one reads. */
const MOST_FILES = 8;

/** A file whose content the workspace held already, under that name or another. */
export interface LoadedAlready {
  readonly file: string;
  readonly as?: string;
}

/** What was read, source by source, with what is wrong with the rejected records. */
export function renderSources(sources: readonly SourceFigures[]): readonly string[] {
  const rows = sources.map(({ files, source, read, accepted, rejected }) => [
    files.length > 0 ? namesOf(files) : `${source} (no file)`,
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

function namesOf(files: readonly string[]): string {
  const more = files.length - MOST_FILES;
  return files.slice(0, MOST_FILES).join(', ') + (more > 0 ? ` and ${whole(more)} more` : '');
}

/** What the workspace held already: a sentence a file, of many only how many more there are. */
export function renderAlreadyLoaded(files: readonly LoadedAlready[]): readonly string[] {
  const more = files.length - MOST_FILES;
  return [
    ...files.slice(0, MOST_FILES).map(alreadyLoadedLine),
    ...(more > 0 ? [styled('dim', `  and ${counted(more, 'file')} more`)] : []),
  ];
}

function alreadyLoadedLine({ file, as }: LoadedAlready): string {
  return as === undefined
    ? `  ${file} was loaded already: unchanged, nothing replaced.`
    : `  ${file} is loaded already, as ${as}: it adds nothing.`;
}

/** Sentences to be read before the result is used. */
export function renderWarnings(warnings: readonly string[] | undefined): readonly string[] {
  return (warnings ?? []).map((warning) => `  ${styled('yellow', '!')} ${warning}`);
}
