import type { Topic } from '../../contract/events.ts';
import { headerOf } from '../ingest/column-headers.ts';
import type { Recipe } from '../recipe/recipe.ts';
import { facetsOf } from '../review/facets.ts';
import { listCorrections } from '../review/list-corrections.ts';
import { offersOf } from '../review/offers.ts';
import { rejectedRecord } from '../review/rejected-record.ts';
import { os } from './os.ts';

/** A correction changes what is accepted of the files, and so whether the last run is up to date. */
const CHANGES: readonly Topic[] = ['quarantine', 'files', 'runs'];

/** How files write a column of some source. */
function titleOf({ sources }: Recipe, column: string): string {
  return headerOf({ columns: sources.flatMap(({ columns }) => columns) }, column);
}

/** Answers the calls about rejected records and what the user does to them. */
export const quarantineHandlers = {
  facets: os.quarantine.facets.handler(async ({ input, context }) => {
    const { db, recipe } = await context.engine.workspace(input.workspace);
    return facetsOf(db, recipe, input.filter);
  }),

  record: os.quarantine.record.handler(async ({ input, context }) => {
    const { db, recipe } = await context.engine.workspace(input.workspace);
    return rejectedRecord(db, recipe, BigInt(input.record));
  }),

  correct: os.quarantine.correct.handler(async ({ input, context }) => {
    const { workspace: path, ...act } = input;
    const workspace = await context.engine.workspace(path);
    const title = `Correcting ${titleOf(workspace.recipe, input.column)}`;
    return workspace.write('correct', title, 'correct', act, CHANGES);
  }),

  correctRecord: os.quarantine.correctRecord.handler(async ({ input, context }) => {
    const { workspace: path, ...act } = input;
    const workspace = await context.engine.workspace(path);
    return workspace.write('correct', 'Correcting a record', 'correctRecord', act, CHANGES);
  }),

  setAside: os.quarantine.setAside.handler(async ({ input, context }) => {
    const { workspace: path, ...act } = input;
    const workspace = await context.engine.workspace(path);
    return workspace.write('correct', 'Setting records aside', 'setAside', act, CHANGES);
  }),

  corrections: os.quarantine.corrections.handler(async ({ input, context }) => {
    const { db } = await context.engine.workspace(input.workspace);
    return listCorrections(db);
  }),

  switch: os.quarantine.switch.handler(async ({ input, context }) => {
    const { workspace: path, ...act } = input;
    const workspace = await context.engine.workspace(path);
    const title = input.active ? 'Applying corrections again' : 'Undoing corrections';
    return workspace.write('correct', title, 'switchAct', act, CHANGES);
  }),

  offers: os.quarantine.offers.handler(async ({ input, context }) => {
    const { db, recipe } = await context.engine.workspace(input.workspace);
    return offersOf(db, recipe);
  }),

  takeOffer: os.quarantine.takeOffer.handler(async ({ input, context }) => {
    const { workspace: path, ...offer } = input;
    const workspace = await context.engine.workspace(path);
    const title = `Correcting ${titleOf(workspace.recipe, input.column)}`;
    return workspace.write('correct', title, 'takeOffer', offer, CHANGES);
  }),

  exportForSupplier: os.quarantine.exportForSupplier.handler(async ({ input, context }) => {
    const workspace = await context.engine.workspace(input.workspace);
    const target = context.engine.host.resolveTarget(input.target);
    const { source, filter } = input;
    const rows = await workspace.write(
      'export',
      `Writing rejected records of ${source}`,
      'exportForSupplier',
      { path: target.path, source, filter },
      [],
    );
    return { saved: target.saved(), rows };
  }),
};
