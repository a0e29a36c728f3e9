import { counted, whole } from '../run/words.ts';
import { count, identifier } from '../workspace/database.ts';
import { type AuditData, stageAt } from './audit-data.ts';
import { type Findings, rowsOf } from './findings.ts';

/** Finds keys that are gone and of which only other traces know. */
export function findUnreported(data: AuditData, findings: Findings): void {
  const { tables, stages } = data;
  for (let stage = 1; stage < stages.length; stage++) {
    const sql = `select change.key, traced.other_reasons as detail
       from ${tables.change} as change
       join ${tables.traced} as traced on traced.key = change.key
       where change.stage = ${stage} and change.what = 'unreported'`;
    findings.add('unreported', stage, { sql }, ({ finding, keys }) => {
      const others = data.traces.filter(({ role }) => role === 'other trace').map(({ file }) => file);
      const [before, now] = [stageAt(data, stage - 1).name, stageAt(data, stage).name];
      return {
        rows: rowsOf(data, finding, tables.at(stage - 1)),
        columns: [],
        text: `${counted(keys, 'key')} of ${before} ${keys === 1 ? 'is' : 'are'} not in ${now}. The reason stands only outside of the main reporting, in ${others.join(', ')}.`,
      };
    });
  }
}

/** Finds keys that are delivered and traced as well. */
export function findContradictions(data: AuditData, findings: Findings): void {
  const { tables, stages } = data;
  const last = stages.length - 1;
  const sql = `select target.key, traced.reasons as detail
     from ${tables.at(last)} as target
     join ${tables.traced} as traced on traced.key = target.key`;
  findings.add('contradiction', last, { sql }, ({ finding, keys }) => ({
    rows: rowsOf(data, finding, tables.at(last)),
    columns: [],
    text: `${counted(keys, 'key')} of ${stageAt(data, last).name} ${keys === 1 ? 'is' : 'are'} in a trace file, too: delivered and dropped at once.`,
  }));
}

/** Finds keys that are traced more than once, each at the stage at which it is gone for good, else at the last. */
export function findDoubleReasons(data: AuditData, findings: Findings): void {
  const { db, tables, stages } = data;
  const last = stages.length - 1;
  const doubled = `temp.${identifier('audit_doubled')}`;
  const gone = stages.flatMap((_, stage) =>
    stage === 0
      ? []
      : [
          `when exists (select 1 from ${tables.change} as change where change.stage = ${stage} and change.key = traced.key and change.what <> 'appeared') then ${stage}`,
        ],
  );
  db.exec(
    `create table ${doubled} (key integer primary key, stage integer not null, rows integer not null) strict;
     insert into ${doubled} (key, stage, rows)
     select traced.key,
       case when exists (select 1 from ${tables.at(last)} as target where target.key = traced.key) then ${last}
         ${gone.toReversed().join(' ')} else ${last} end,
       traced.main + traced.other
     from ${tables.traced} as traced
     where traced.main + traced.other > 1
     order by traced.key`,
  );
  for (let stage = 1; stage <= last; stage++) {
    const sql = `select doubled.key, traced.reasons as detail
       from ${doubled} as doubled
       join ${tables.traced} as traced on traced.key = doubled.key
       where doubled.stage = ${stage}`;
    findings.add('double_reason', stage, { sql }, ({ finding, keys }) => {
      const rows = rowsOf(data, finding, doubled);
      return {
        rows,
        columns: [],
        text: `${counted(keys, 'key')} ${keys === 1 ? 'is' : 'are'} traced more than once: ${whole(rows)} records of trace files stand for ${keys === 1 ? 'it' : 'them'}.`,
      };
    });
  }
  db.exec(`drop table ${doubled}`);
}

/** Finds keys that the stage before does not have. */
export function findAppeared(data: AuditData, findings: Findings): void {
  const { db, tables, stages } = data;
  for (let stage = 1; stage < stages.length; stage++) {
    const sql = `select key, null as detail from ${tables.change} where stage = ${stage} and what = 'appeared'`;
    findings.add('appeared', stage, { sql }, ({ finding, keys }) => {
      const seen = Array.from(
        { length: Math.max(0, stage - 1) },
        (_, earlier) =>
          `exists (select 1 from ${tables.at(earlier)} as earlier where earlier.key = found.key)`,
      );
      const back =
        seen.length === 0
          ? 0
          : count(
              db,
              `select count(*) from ${tables.findingKey} as found where finding = ? and (${seen.join(' or ')})`,
              finding,
            );
      const are = keys === 1 ? 'is' : 'are';
      const again =
        back === 0
          ? ''
          : ` ${whole(back)} of them had been there before and ${back === 1 ? 'comes' : 'come'} back.`;
      return {
        rows: rowsOf(data, finding, tables.at(stage)),
        columns: [],
        text: `${counted(keys, 'key')} of ${stageAt(data, stage).name} ${are} not in ${stageAt(data, stage - 1).name}.${again}`,
      };
    });
  }
}
