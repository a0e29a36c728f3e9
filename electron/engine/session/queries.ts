import { queryTables } from '../queries/query-tables.ts';
import { savedQueries } from '../queries/saved-queries.ts';
import { os } from './os.ts';
import { withinTime } from './within-time.ts';

/** Answers the calls about queries of the recipe's and of the user's own. */
export const queryHandlers = {
  list: os.queries.list.handler(async ({ input, context }) => {
    const { db, recipe } = await context.engine.workspace(input.workspace);
    return savedQueries(db, recipe);
  }),

  tables: os.queries.tables.handler(async ({ input, context }) => {
    const { db, recipe } = await context.engine.workspace(input.workspace);
    return queryTables(db, recipe);
  }),

  run: os.queries.run.handler(async ({ input, context }) => {
    const { workspace: path, ...request } = input;
    const workspace = await context.engine.workspace(path);
    return withinTime(workspace, () => workspace.read('query', 'Running a query', 'runQuery', request));
  }),

  save: os.queries.save.handler(async ({ input, context }) => {
    const { workspace: path, ...query } = input;
    const workspace = await context.engine.workspace(path);
    await workspace.write('query', `Saving the query ${query.name}`, 'saveQuery', query, ['queries']);
  }),

  remove: os.queries.remove.handler(async ({ input, context }) => {
    const { workspace: path, name } = input;
    const workspace = await context.engine.workspace(path);
    await workspace.write('query', `Removing the query ${name}`, 'removeQuery', { name }, ['queries']);
  }),

  export: os.queries.export.handler(async ({ input, context }) => {
    const { workspace: path, target: handle, ...request } = input;
    const workspace = await context.engine.workspace(path);
    const target = context.engine.host.resolveTarget(handle);
    const { rows } = await withinTime(
      workspace,
      () => workspace.read('export', 'Exporting a query', 'exportQuery', { ...request, path: target.path }),
      Number.POSITIVE_INFINITY,
    );
    return { saved: target.saved(), rows };
  }),
};
