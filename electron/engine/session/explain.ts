import { findInPopulation } from '../explain/find.ts';
import { lastRunNumber } from '../explain/stored-run.ts';
import { trace } from '../explain/trace.ts';
import { Failure } from '../failure.ts';
import { lastRunRecord } from '../run/run-record.ts';
import { counted } from '../run/words.ts';
import { MANY_ENTITIES } from './many-entities.ts';
import type { OpenWorkspace } from './open-workspace.ts';
import { os } from './os.ts';

function inPopulation(workspace: OpenWorkspace, text: string, most: number) {
  const entered = lastRunRecord(workspace.db)?.reconciliation.outcome.entered ?? 0;
  if (entered <= MANY_ENTITIES) return findInPopulation(workspace.db, text, most);
  return workspace.read(
    'query',
    `Searching ${counted(entered, workspace.recipe.entity)}`,
    'findInPopulation',
    { text, most },
  );
}

/** Answers the calls about single entities. */
export const explainHandlers = {
  find: os.explain.find.handler(async ({ input, context }) => {
    const workspace = await context.engine.workspace(input.workspace);
    const { text, most } = input;
    if (text.trim() === '') return [];
    const found = await inPopulation(workspace, text, most);
    // The files hold more than the population, and take longer to look through.
    if (found.length > 0) return found;
    return workspace.read('query', 'Searching the files', 'findInSources', { text, most });
  }),

  story: os.explain.story.handler(async ({ input, context }) => {
    const workspace = await context.engine.workspace(input.workspace);
    if (lastRunNumber(workspace.db) === undefined) {
      throw new Failure(
        `${workspace.name} has no run yet, so there is no story to tell.`,
        'Press Run first.',
      );
    }
    const story = trace(workspace.db, workspace.path, input.key);
    workspace.prepareTrace();
    return story;
  }),
};
