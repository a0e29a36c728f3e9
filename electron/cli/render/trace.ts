import type {
  CorrectedCell,
  NamedValue,
  RecordFate,
  RuleTrace,
  SourceTrace,
  Trace,
  TraceOutcome,
} from '../../contract/trace.ts';
import { counted, styled } from './text.ts';

/** An entity's story as a person reads it. */
export function renderTrace(story: Trace): string {
  const key = story.key.map(({ value }) => value).join(', ');
  return [
    '',
    styled('bold', `${story.entity} ${key}`) + styled('dim', `  ${story.recipe} · as of ${story.asOf}`),
    ...(story.cautions ?? []).map((caution) => `${styled('yellow', 'Note:')} ${caution}`),
    '',
    ...story.sources.flatMap((source) => [...renderSource(source), '']),
    ...(story.entered ? [styled('bold', 'Rules'), ...renderRules(story.rules), ''] : []),
    renderOutcome(story.outcome, story.entity),
    ...renderChange(story.smallestChange),
    '',
  ].join('\n');
}

function renderSource({ source, accepted, records, rejected }: SourceTrace): readonly string[] {
  const more = accepted - records.length;
  return [
    styled('bold', source) + (accepted + rejected.length === 0 ? styled('dim', '  nothing') : ''),
    ...records.flatMap(({ file, line, values, fates, corrected = [] }) => [
      `  ${file}:${line}  ${[...fates.map(renderFate), ...corrected.map(renderCorrected)].join(', ')}`.trimEnd(),
      styled('dim', `    ${renderValues(values)}`),
    ]),
    ...(more > 0 ? [styled('dim', `  and ${counted(more, 'record')} more`)] : []),
    ...rejected.flatMap(({ file, line, codes, cells }) => [
      `  ${file}:${line}  ${styled('yellow', 'quarantined')}: ${codes.join(', ')}`,
      styled('dim', `    ${renderValues(cells)}`),
    ]),
  ];
}

function renderCorrected({ column, from, to }: CorrectedCell): string {
  return `${column} corrected from "${from}" to "${to}"`;
}

function renderFate(fate: RecordFate): string {
  switch (fate.kind) {
    case 'kept':
      return `${styled('green', 'kept')} as ${fate.table}`;
    case 'superseded':
      return `superseded in ${fate.table} by ${fate.file}:${fate.line}`;
    case 'counted':
      return `${styled('green', 'counted')} in ${fate.table}`;
    case 'left out':
      return `not in ${fate.table}`;
  }
}

function renderValues(values: readonly NamedValue[]): string {
  return values.map(({ name, value }) => `${name}=${value ?? '–'}`).join('  ');
}

function renderRules(rules: readonly RuleTrace[]): readonly string[] {
  const width = Math.max(0, ...rules.map(({ rule }) => rule.length));
  return rules.map((rule) => renderRule(rule, width));
}

function renderRule({ rule, title, excludes, detail, lookedAt }: RuleTrace, width: number): string {
  const mark = excludes ? styled('red', '✗') : styled('green', '✓');
  const reason = detail === null ? '' : `: ${detail}`;
  const verdict = excludes ? styled('red', 'excludes') + reason : 'passes  ';
  const seen = lookedAt
    .map(({ table, values }) => {
      if (values === null) return `no ${table}`;
      return values.length === 0 ? `${table} is there` : `${table}: ${renderValues(values)}`;
    })
    .join('; ');
  return `  ${mark} ${rule.padEnd(width)}  ${verdict}  ${styled('dim', `${title} (${seen})`)}`;
}

/** What stands in the way, on a line. */
function renderChange(change: Trace['smallestChange']): readonly string[] {
  if (change.length === 0) return [];
  return [`Would be delivered if: ${change.map(({ rule }) => rule).join(' and ')} were lifted.`];
}

function renderOutcome(outcome: TraceOutcome, entity: string): string {
  switch (outcome.kind) {
    case 'delivered':
      return `${styled(['bold', 'green'], 'Delivered')} in ${outcome.file}: ${renderValues(outcome.values)}`;
    case 'dropped': {
      const also = outcome.also.length > 0 ? ` Also excluded by ${outcome.also.join(', ')}.` : '';
      const detail = outcome.detail === null ? '' : ` (${outcome.detail})`;
      const reason = outcome.reason === outcome.stage ? '' : `: ${outcome.reason}`;
      return `${styled(['bold', 'red'], 'Dropped')} at ${outcome.stage}${reason}${detail}.${also}`;
    }
    case 'not in the population':
      return `${styled('bold', 'Not in the population')}: no accepted record makes it a ${entity} of this run.`;
    case 'missing':
      return `${styled(['bold', 'red'], 'Missing')}: neither delivered nor dropped. The run does not balance.`;
  }
}
