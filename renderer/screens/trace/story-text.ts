import type { NamedValue, RuleTrace, SourceTrace, Trace } from '../../../electron/contract/trace.ts';
import {
  changeWords,
  codeWords,
  fateWords,
  nameOf,
  outcomeWords,
  rowsToTell,
  rowWords,
} from './story-words.ts';

/** A story as plain text, for a letter or a ticket. */
export function storyText(story: Trace): string {
  const { sentence, more } = outcomeWords(story);
  const change = changeWords(story);
  const { outcome, smallestChange, rules, sources } = story;
  return [
    `${nameOf(story)}, as of ${story.asOf}`,
    ...(story.cautions ?? []).map((caution) => `To be taken with care: ${caution}`),
    [sentence, more].filter(Boolean).join(' '),
    ...(change === null
      ? []
      : [
          section('What would bring them in', [
            change,
            ...smallestChange.map(({ title, lookedAt }) =>
              [title, ...rowsToTell(lookedAt).map(rowWords)].join('; '),
            ),
          ]),
        ]),
    ...(outcome.kind === 'delivered' ? [section('What was delivered', [valuesText(outcome.values)])] : []),
    ...(rules.length === 0 ? [] : [section('Rules', rules.map(ruleText))]),
    ...sources.map((source) => section(source.source, sourceLines(source))),
  ].join('\n\n');
}

function section(title: string, lines: readonly string[]): string {
  return [title, ...lines.map((line) => `  ${line}`)].join('\n');
}

function ruleText({ title, excludes, detail, lookedAt }: RuleTrace): string {
  const verdict = excludes ? `keeps out${detail === null ? '' : ` (${detail})`}` : 'does not apply';
  return [`${title}: ${verdict}`, ...rowsToTell(lookedAt).map(rowWords)].join('; ');
}

function sourceLines({ accepted, records, rejected }: SourceTrace): readonly string[] {
  if (accepted + rejected.length === 0) return ['Nothing.'];
  return [
    ...records.flatMap(({ file, line, values, fates, corrected = [] }) => [
      [`${file}, line ${line}`, ...fates.map(fateWords)].join('; '),
      `  ${valuesText(values)}`,
      ...corrected.map(({ column, from, to }) => `  ${column} was corrected from “${from}” to “${to}”`),
    ]),
    ...(accepted > records.length ? [`and ${accepted - records.length} more`] : []),
    ...rejected.flatMap(({ file, line, codes, cells }) => [
      `${file}, line ${line}; rejected: ${codes.map(codeWords).join(', ')}`,
      `  ${valuesText(cells)}`,
    ]),
  ];
}

function valuesText(values: readonly NamedValue[]): string {
  return values.map(({ name, value }) => `${name} = ${value || 'empty'}`).join(', ');
}
