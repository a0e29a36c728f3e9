import type { AddedFile } from '../../contract/files.ts';
import { givenFiles } from '../files/folder-files.ts';
import { inspectFile } from '../files/inspect-file.ts';
import { listFiles } from '../files/list-files.ts';
import { findFile } from '../files/read-file.ts';
import { os } from './os.ts';

const CHANGES = ['files', 'quarantine'] as const;

/** Answers the calls of the step Files. */
export const fileHandlers = {
  list: os.files.list.handler(async ({ input, context }) => {
    const { db, recipe } = await context.engine.workspace(input.workspace);
    return listFiles(db, recipe);
  }),

  add: os.files.add.handler(async ({ input, context }) => {
    const workspace = await context.engine.workspace(input.workspace);
    const given = input.files.map((file) => ({ file, ...context.engine.resolveFile(file) }));
    // All at once, so that each is seen to wait for its turn and can be cancelled by itself.
    const results = await Promise.allSettled(
      givenFiles(given).map(({ file, path, name }) =>
        workspace.write('load', `Loading ${name}`, 'addFile', { file, path, name }, CHANGES),
      ),
    );
    workspace.prepareTrace();
    const added: AddedFile[] = [];
    for (const result of results) {
      if (result.status === 'rejected') throw result.reason;
      added.push(result.value);
    }
    return added;
  }),

  inspect: os.files.inspect.handler(async ({ input, context }) => {
    const { db, recipe } = await context.engine.workspace(input.workspace);
    return inspectFile(db, recipe, input);
  }),

  read: os.files.read.handler(async ({ input, context }) => {
    const workspace = await context.engine.workspace(input.workspace);
    const { file: of, source, reading } = input;
    const { name } = findFile(workspace.db, of);
    return workspace.write('load', `Loading ${name}`, 'readFile', { of, source, reading }, CHANGES);
  }),

  remove: os.files.remove.handler(async ({ input, context }) => {
    const workspace = await context.engine.workspace(input.workspace);
    const name = workspace.db
      .prepare<[number], string>('select file from import where import = ?')
      .pluck()
      .get(input.import);
    await workspace.write(
      'load',
      `Taking ${name ?? 'a file'} away`,
      'removeFile',
      { import: input.import },
      CHANGES,
    );
  }),

  dismiss: os.files.dismiss.handler(async ({ input, context }) => {
    const workspace = await context.engine.workspace(input.workspace);
    await workspace.write('load', 'Taking a file away', 'dismissFile', { file: input.file }, ['files']);
  }),

  profile: os.files.profile.handler(async ({ input, context }) => {
    const workspace = await context.engine.workspace(input.workspace);
    const { source } = input;
    return workspace.read('query', `Profiling ${source}`, 'profileSource', { source });
  }),
};
