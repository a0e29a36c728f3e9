import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Progress } from '../../contract/progress.ts';
import { aRequest } from '../audit/testing/an-audit.ts';
import { plantedPipeline } from '../audit/testing/planted.ts';
import { aPeopleRecipe } from '../testing/a-people-recipe.ts';
import { aKeptWorkspace } from '../testing/a-workspace.ts';
import { tempFolder } from '../testing/temp-folder.ts';
import { CancelFlag, Cancelled, guardReads } from '../workspace/cancel.ts';
import { auditJobs } from './audit-jobs.ts';

const PIPELINE = plantedPipeline({ seed: 1, kinds: ['fan_out', 'stale_window'], each: 3, stage: 2 }).texts;

/** A kept workspace, and what an audit's job is given; `hear` may raise the flag. */
function aContext(hear: (progress: Progress, cancel: CancelFlag) => void) {
  const workspace = aKeptWorkspace(join(tempFolder(), 'kept.muster'));
  const cancel = new CancelFlag();
  guardReads(workspace.db, cancel);
  const onProgress = (progress: Progress) => hear(progress, cancel);
  return { workspace, recipe: aPeopleRecipe(), cancel, onProgress };
}

test.each([
  { when: 'while it loads', kind: 'file', phase: '' },
  { when: 'while it compares', kind: 'step', phase: 'audit' },
])('an audit that is cancelled $when leaves the workspace as it was', async ({ kind, phase }) => {
  const context = aContext((progress, cancel) => {
    if (progress.kind === kind && (progress.kind !== 'step' || progress.phase === phase)) cancel.raise();
  });
  const { db } = context.workspace;
  const tables = () =>
    db.prepare('select name from sqlite_schema union all select name from temp.sqlite_schema').all();
  const before = tables();
  const request = aRequest(PIPELINE);
  await expect(auditJobs.makeAudit(context, { name: 'x', request })).rejects.toThrow(Cancelled);
  expect(tables()).toEqual(before);
  context.cancel.lower();
  expect(db.prepare('select * from audit').all()).toEqual([]);
});

test('an audit says of each file how far it is, then which stages and findings it looks at', async () => {
  const heard: Progress[] = [];
  const context = aContext((progress) => heard.push(progress));
  expect(await auditJobs.makeAudit(context, { name: 'x', request: aRequest(PIPELINE) })).toEqual({
    audit: 1,
  });
  expect(heard.flatMap((each) => (each.kind === 'phase' ? [each.phase] : []))).toEqual(['load', 'audit']);
  expect(heard.flatMap((each) => (each.kind === 'loaded' ? [each.file] : []))).toEqual([
    'initial.csv',
    'enriched.csv',
    'buffered.csv',
    'targets.csv',
    'trace-1.csv',
    'other-1.csv',
    'reference-1.csv',
  ]);
  expect(heard).toContainEqual({ kind: 'step', phase: 'audit', name: 'targets' });
  // What was needed on the way is gone.
  const left = context.workspace.db
    .prepare("select name from temp.sqlite_schema where name glob 'audit_*'")
    .all();
  expect(left).toEqual([]);
});
