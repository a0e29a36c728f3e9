import { counted, namedTogether, whole } from '../run/words.ts';
import { type AuditData, stageAt } from './audit-data.ts';
import { type Findings, type KeptFinding, rowsOf, type Said } from './findings.ts';
import { exampleKeys } from './key-words.ts';
import { differingAnywhere, type VaryingColumns } from './varying-columns.ts';

/** Finds keys that had one row in the stage before and have several now. */
export function findFanOuts(data: AuditData, varying: VaryingColumns, findings: Findings): void {
  const { tables, stages } = data;
  for (let stage = 1; stage < stages.length; stage++) {
    const sql = `select now.key, cast(now.rows as text) as detail
       from ${tables.at(stage)} as now
       join ${tables.at(stage - 1)} as before on before.key = now.key
       where now.rows > 1 and before.rows = 1`;
    findings.add('fan_out', stage, { sql }, (kept) => sayFanOut(data, varying, kept));
  }
}

function sayFanOut(data: AuditData, varying: VaryingColumns, { finding, stage, keys }: KeptFinding): Said {
  const { tables } = data;
  const rows = rowsOf(data, finding, tables.at(stage));
  const { name, columns } = stageAt(data, stage);
  const before = new Set(stageAt(data, stage - 1).columns.map(({ same }) => same));
  const differing = differingAnywhere(
    data,
    `${tables.findingKey} as found join ${varying(stage)} as now on now.key = found.key where found.finding = ${finding}`,
    'now',
    columns.map((_, index) => index),
  ).flatMap((index) => columns[index] ?? []);
  // What a join brings in is new; what differs beside it came along.
  const fresh = differing.filter(({ same }) => !before.has(same));
  const titles = [...fresh, ...differing.filter(({ same }) => before.has(same))].map(({ title }) => title);
  const examples = exampleKeys(data, {
    from: `${tables.findingKey} as found join ${tables.at(stage)} as at on at.key = found.key`,
    where: `found.finding = ${finding}`,
    order: 'at.rows desc',
    figure: 'at.rows',
  }).map(({ key, figure }) => `${key} (${counted(figure, 'row')})`);
  return {
    rows,
    columns: titles,
    text: [
      `${counted(keys, 'key')} with one row before ${keys === 1 ? 'has' : 'have'} ${whole(rows)} rows in ${name}: ${whole(rows - keys)} too many.`,
      why(titles, fresh.length),
      `The most: ${examples.join('; ')}.`,
    ].join(' '),
  };
}

function why(titles: readonly string[], fresh: number): string {
  if (titles.length === 0) return 'The rows of a key are the same in every column.';
  if (fresh === 0) return `The rows of a key differ in ${namedTogether(titles)}.`;
  const brought = namedTogether(titles.slice(0, fresh));
  const others = titles.slice(fresh);
  const also = others.length === 0 ? '' : ` They differ in ${namedTogether(others)}, too.`;
  return `The rows of a key differ in ${brought}, which the stage before does not have: a join to several records of one key brought ${fresh === 1 ? 'it' : 'them'} in.${also}`;
}
