import { expect, test } from 'vitest';
import { aPeopleRecipe, DELIVERY, PERSON_TABLE } from '../testing/a-people-recipe.ts';
import { anExecutedRun } from '../testing/a-run.ts';
import { lines } from '../testing/file-texts.ts';
import { CancelFlag, Cancelled, guardReads } from '../workspace/cancel.ts';
import { exposeRun, runTables } from './run-tables.ts';

test('whatever a query reads of a run, it can be stopped', async () => {
  const recipe = aPeopleRecipe({
    rules: [{ stage: 'x', sql: "select id, 'x' as reason, null as detail from person where id = 1" }],
  });
  const { db, tables } = await anExecutedRun(recipe, { 'people.csv': lines('id', '1', '2') });
  const flag = new CancelFlag();
  guardReads(db, flag);
  exposeRun(db, recipe, tables);
  for (const name of ['person', 'delivery', 'population', 'survivor', 'verdict', 'ledger']) {
    const query = db.prepare(`select * from ${name}`);
    expect(query.all().length, name).toBeGreaterThan(0);
    flag.raise();
    expect(() => query.all(), name).toThrow(Cancelled);
    flag.lower();
  }
});

test('tables of two runs never have the same name, whatever a recipe calls its own', () => {
  const names = ['population', 'x', '1x', '11x', '1_x', 'output_x', 'run_1_x'];
  const runOf = new Map<string, number>();
  for (const run of [1, 2, 11, 12, 111, 1111]) {
    const tables = runTables(run);
    const own = [tables.population, tables.verdict, tables.ledger];
    for (const name of [...own, ...names.map(tables.table), ...names.map(tables.output)]) {
      expect(runOf.get(name) ?? run, name).toBe(run);
      runOf.set(name, run);
    }
  }
});

test.each(['population', 'ledger', 'run_2_person', 'output_delivery'])(
  'a recipe cannot call a table %s, as a run calls one of its own',
  (table) => {
    const parts = {
      tables: [
        { ...PERSON_TABLE, sql: 'select record, id from people' },
        { ...PERSON_TABLE, table, sql: 'select record, id from people' },
      ],
      outputs: [DELIVERY],
    };
    expect(() => aPeopleRecipe(parts)).toThrow('is reserved');
  },
);
