import { counted, namedTogether, whole } from '../run/words.ts';
import { type AuditData, stageAt } from './audit-data.ts';
import { joined } from './audit-tables.ts';
import { type Findings, type KeptFinding, rowsOf, type Said } from './findings.ts';
import { differingAnywhere, differsIn, type VaryingColumns } from './varying-columns.ts';

/**
 * Finds keys whose several rows were told apart by columns of which at least one is gone, and whose rows do not differ any more in those
 * that are left.
 */
export function findDroppedIdentifiers(data: AuditData, varying: VaryingColumns, findings: Findings): void {
  const { tables, stages } = data;
  for (let stage = 1; stage < stages.length; stage++) {
    const { gone, kept } = columnsBetween(data, stage);
    if (gone.length === 0) continue;
    const differedInGone = gone.map((column) => differsIn('before', column));
    const stillDiffers = kept.map(
      ([then, now]) => `(${differsIn('before', then)} and ${differsIn('now', now)})`,
    );
    const sql = `select now.key, cast(at.rows as text) as detail
       from ${varying(stage)} as now
       join ${varying(stage - 1)} as before on before.key = now.key
       join ${tables.at(stage)} as at on at.key = now.key
       where ${joined(differedInGone, 'or', 'false')} and not ${joined(stillDiffers, 'or', 'false')}`;
    findings.add('dropped_identifier', stage, { sql }, (found) => sayDropped(data, varying, gone, found));
  }
}

/** Which columns of the stage before are gone, and which stand where in both; by their places among the columns of their files. */
function columnsBetween(data: AuditData, stage: number) {
  const now = new Map(stageAt(data, stage).columns.map(({ same }, index) => [same, index]));
  const gone: number[] = [];
  const kept: [then: number, now: number][] = [];
  stageAt(data, stage - 1).columns.forEach(({ same }, index) => {
    const place = now.get(same);
    if (place === undefined) gone.push(index);
    else kept.push([index, place]);
  });
  return { gone, kept };
}

function sayDropped(
  data: AuditData,
  varying: VaryingColumns,
  gone: readonly number[],
  { finding, stage, keys }: KeptFinding,
): Said {
  const { tables } = data;
  const before = stageAt(data, stage - 1);
  const titles = differingAnywhere(
    data,
    `${tables.findingKey} as found join ${varying(stage - 1)} as before on before.key = found.key where found.finding = ${finding}`,
    'before',
    gone,
  ).flatMap((index) => before.columns[index]?.title ?? []);
  const rows = rowsOf(data, finding, tables.at(stage));
  const name = stageAt(data, stage).name;
  const [are, them] = titles.length === 1 ? ['is', 'it'] : ['are', 'them'];
  return {
    rows,
    columns: titles,
    text: `In ${before.name} the rows of ${counted(keys, 'key')} differed in ${namedTogether(titles)}, which ${are} gone in ${name}. The ${whole(rows)} rows that ${keys === 1 ? 'it has' : 'they have'} now cannot be told apart without ${them}.`,
  };
}
