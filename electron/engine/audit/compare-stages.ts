import type { AuditOutcome, AuditStage } from '../../contract/audits.ts';
import { count } from '../workspace/database.ts';
import type { AuditData } from './audit-data.ts';
import { goesOn } from './audit-tables.ts';

/** What can become of a key from one stage to the next, beside going on. */
export type Change = 'filtered' | 'unreported' | 'missing' | 'appeared';

/** Writes down for each stage but the first which keys are gone, and who knows of them, and which are new. */
export function noteChanges({ db, tables, stages }: AuditData, onStage: (stage: number) => void): void {
  db.exec(
    `create table ${tables.change} (
       stage integer not null, key integer not null,
       what text not null check (what in ('filtered', 'unreported', 'missing', 'appeared')),
       primary key (stage, key)
     ) strict, without rowid`,
  );
  for (let stage = 1; stage < stages.length; stage++) {
    onStage(stage);
    const before = tables.at(stage - 1);
    const now = tables.at(stage);
    db.exec(
      `insert into ${tables.change} (stage, key, what)
       select ${stage}, before.key,
         case when traced.main > 0 then 'filtered' when traced.other > 0 then 'unreported' else 'missing' end
       from ${before} as before
       left join ${now} as now on now.key = before.key
       left join ${tables.traced} as traced on traced.key = before.key
       where now.key is null and ${goesOn(db, 'before.key')}
       order by before.key;
       insert into ${tables.change} (stage, key, what)
       select ${stage}, now.key, 'appeared'
       from ${now} as now
       left join ${before} as before on before.key = now.key
       where before.key is null and ${goesOn(db, 'now.key')}
       order by now.key`,
    );
  }
}

/** The figures of each stage, each counted from the tables. */
export function stageFigures(data: AuditData): readonly AuditStage[] {
  const { db, tables, stages } = data;
  return stages.map(({ name }, stage): AuditStage => {
    const at = tables.at(stage);
    const changed = (what: Change) =>
      count(db, `select count(*) from ${tables.change} where stage = ? and what = ?`, stage, what);
    const continuing =
      stage === 0
        ? 0
        : count(
            db,
            `select count(*) from ${tables.at(stage - 1)} as before join ${at} as now on now.key = before.key`,
          );
    return {
      stage: name,
      rows: count(db, `select sum(rows) from ${at}`),
      keys: count(db, `select count(*) from ${at}`),
      continuing,
      filtered: changed('filtered'),
      unreported: changed('unreported'),
      missing: changed('missing'),
      appeared: changed('appeared'),
      duplicated_keys: count(db, `select count(*) from ${at} where rows > 1`),
      extra_rows: count(db, `select sum(rows - 1) from ${at}`),
    };
  });
}

/** The fate of the keys of the first stage. */
export function outcomeOf(data: AuditData): AuditOutcome {
  const { db, tables, stages } = data;
  const last = tables.at(stages.length - 1);
  const figures = db
    .prepare<[], Omit<AuditOutcome, 'balanced'>>(
      `select count(*) as entered,
         count(target.key) as targets,
         count(*) filter (where traced.main > 0) as traced,
         count(*) filter (where target.key is null and traced.main = 0) as unreported,
         count(*) filter (where target.key is null and traced.key is null) as missing,
         count(*) filter (where target.key is not null and traced.key is not null) as contradictory
       from ${tables.at(0)} as entry
       left join ${last} as target on target.key = entry.key
       left join ${tables.traced} as traced on traced.key = entry.key
       where ${goesOn(db, 'entry.key')}`,
    )
    .get();
  if (!figures) throw new Error('A count has one row.');
  const { entered, targets, traced, unreported, missing, contradictory } = figures;
  const accounted = entered === targets + traced;
  return {
    ...figures,
    balanced: accounted && unreported === 0 && missing === 0 && contradictory === 0,
  };
}
