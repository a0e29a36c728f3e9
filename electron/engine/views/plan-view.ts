import type { ViewOf } from '../../contract/views.ts';
import { storedRun } from '../explain/stored-run.ts';
import { Failure } from '../failure.ts';
import { refuseRedefined } from '../ingest/import-table.ts';
import type { Recipe } from '../recipe/recipe.ts';
import type { ReadableDb } from '../workspace/database.ts';
import { auditFindingView, auditStageView } from './audit-view.ts';
import { differenceView } from './difference-view.ts';
import { entitiesView } from './entities-view.ts';
import { quarantineView } from './quarantine-view.ts';
import { aloneView, leftOutView, outputView, supersededView, tableView } from './run-views.ts';
import { sourceView } from './source-view.ts';
import type { ViewPlan } from './view-plan.ts';

/** How the rows of a view are found; throws a Failure for what the workspace does not have. */
export function planView(db: ReadableDb, recipe: Recipe, of: Exclude<ViewOf, { kind: 'insight' }>): ViewPlan {
  switch (of.kind) {
    case 'quarantine':
      return quarantineView(db, recipe, of.filter);
    case 'source': {
      const source = recipe.sources.find(({ name }) => name === of.source);
      if (!source) throw missing('source', of.source);
      refuseRedefined(db, source);
      return sourceView(recipe, source, of.import);
    }
    case 'entities':
      return entitiesView(db, storedRun(db, of.run), of);
    case 'difference':
      return differenceView(db, of);
    case 'table':
    case 'superseded': {
      const run = storedRun(db, of.run);
      const step = run.recipe.tables.find(({ table }) => table === of.table);
      if (of.kind === 'table' && step) return tableView(db, run, step);
      if (step?.kind !== 'source') throw missing('table', of.table);
      return supersededView(db, run, step);
    }
    case 'left out': {
      const run = storedRun(db, of.run);
      const step = run.recipe.tables.find(({ table }) => table === of.table);
      if (step?.kind !== 'derived') throw missing('derived table', of.table);
      return leftOutView(db, run, step);
    }
    case 'alone': {
      const run = storedRun(db, of.run);
      const step = run.recipe.tables.find(({ table }) => table === of.table);
      if (step?.kind !== 'merged') throw missing('full join', of.table);
      return aloneView(db, run, step, of.of);
    }
    case 'output': {
      const run = storedRun(db, of.run);
      const output = run.recipe.outputs.find(({ name }) => name === of.output);
      if (!output) throw missing('output', of.output);
      return outputView(db, run, output);
    }
    case 'audit finding':
      return auditFindingView(db, of.audit, of.finding);
    case 'audit stage':
      return auditStageView(db, of);
  }
}

function missing(what: string, name: string): Failure {
  return new Failure(`The recipe has no ${what} ${name}.`, 'Choose another.');
}
