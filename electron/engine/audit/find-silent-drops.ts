import { counted, namedTogether } from '../run/words.ts';
import { type AuditData, stageAt } from './audit-data.ts';
import { type Explanation, explainingColumns } from './explaining-column.ts';
import { type Findings, type KeptFinding, rowsOf, type Said } from './findings.ts';
import { shortened } from './key-words.ts';

/** More columns than this are not named in a sentence. */
const MOST_NAMED = 3;

/** Finds keys that are gone and of which no trace file knows. */
export function findSilentDrops(data: AuditData, findings: Findings): void {
  const { tables, stages } = data;
  for (let stage = 1; stage < stages.length; stage++) {
    const sql = `select key, null as detail from ${tables.change} where stage = ${stage} and what = 'missing'`;
    findings.add('silent_drop', stage, { sql }, (kept) => sayMissing(data, kept));
  }
}

function sayMissing(data: AuditData, { finding, stage, keys }: KeptFinding): Said {
  const explanations = explainingColumns(data, finding, stage, keys);
  const [first] = explanations;
  if (first) noteValues(data, finding, stage, first);
  const [before, now] = [stageAt(data, stage - 1).name, stageAt(data, stage).name];
  const are = keys === 1 ? 'is' : 'are';
  return {
    rows: rowsOf(data, finding, data.tables.at(stage - 1)),
    columns: explanations.map(({ title }) => title),
    text: `${counted(keys, 'key')} of ${before} ${are} not in ${now}, and no trace file knows ${keys === 1 ? 'it' : 'them'}. ${why(explanations, keys)}`,
  };
}

/** Writes beside each key the value by which it is explained. */
function noteValues({ db, tables }: AuditData, finding: number, stage: number, first: Explanation): void {
  db.prepare<[string]>(
    `update ${tables.findingKey} as found
     set detail = ? || '=' || coalesce((
       select min(${first.expression})
       from ${tables.row(stage - 1)} as row
       join ${tables.key} as known on known.key = row.key
       where row.key = found.key
     ), '')
     where finding = ${finding}`,
  ).run(first.title);
}

function why(explanations: readonly Explanation[], keys: number): string {
  const [first] = explanations;
  if (!first) return `No single column sets ${keys === 1 ? 'it' : 'them'} apart from the keys that go on.`;
  const { values } = first;
  if (values.length > 1) {
    const named = namedTogether(values.map(inWords));
    return `Each has one of ${values.length} values of ${first.title} that no key that goes on has: ${named}.`;
  }
  const shown = explanations.slice(0, MOST_NAMED).map(({ title, values: [value] }) => {
    return value === undefined || value === null ? `an empty ${title}` : `${title} = ${shortened(value)}`;
  });
  const more = explanations.length - shown.length;
  const common = namedTogether(more > 0 ? [...shown, `a value in ${counted(more, 'other column')}`] : shown);
  return `${keys === 1 ? 'It has' : 'All of them have'} ${common}, and no key that goes on has ${explanations.length === 1 ? 'that' : 'one of these'}.`;
}

function inWords(value: string | null): string {
  return value === null ? 'an empty one' : shortened(value);
}
