import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { WorkspaceEvent } from '../../contract/events.ts';
import type { ViewOf } from '../../contract/views.ts';
import { aPeopleRecipe } from '../testing/a-people-recipe.ts';
import { aRun } from '../testing/a-run.ts';
import { anEngine, type EngineUnderTest } from '../testing/an-engine.ts';
import { lines } from '../testing/file-texts.ts';
import { tempFolder, writeFiles } from '../testing/temp-folder.ts';
import { openWorkspaceForReading } from '../workspace/workspace.ts';

const FILES = {
  '01_initial.csv': lines(
    'solution_id,id,country',
    'A,1,DE',
    'A,2,DE',
    'A,3,FR',
    'A,4,FR',
    'A,5,DE',
    'B,1,DE',
  ),
  '02_offers.csv': lines(
    'solution_id,id,country,detail',
    'A,1,DE,x',
    'A,1,DE,y',
    'A,2,DE,x',
    'A,5,DE,x',
    'B,1,DE,x',
    'C,9,DE,x',
  ),
  '03_targets.csv': lines('solution_id,id,country', 'A,1,DE', 'A,1,DE', 'A,2,DE', 'C,9,DE'),
  'trace.csv': lines(
    'solution_id,id,stage,reason',
    'A,5,targets,too old',
    'A,5,targets,blocked',
    'A,2,offers,wrong',
  ),
  'unreported.csv': lines('solution_id,id,reason', 'B,1,by hand'),
};

/** An engine with an open workspace and the files of a pipeline. */
async function aPipeline(): Promise<EngineUnderTest & { workspace: string; files: string }> {
  const engine = anEngine();
  const workspace = join(tempFolder(), 'w.muster');
  await aRun(aPeopleRecipe(), { 'people.csv': lines('id', '1') }, { workspace });
  const files = tempFolder();
  writeFiles(files, FILES);
  return { ...engine, workspace, files };
}

function setupOf(files: string) {
  const file = (name: keyof typeof FILES) => join(files, name);
  return {
    name: 'November',
    key: ['solution_id', 'id'],
    stages: [
      { name: 'initial', file: file('01_initial.csv') },
      { name: 'offers', file: file('02_offers.csv') },
      { name: 'targets', file: file('03_targets.csv') },
    ],
    traces: [file('trace.csv')],
    otherTraces: [file('unreported.csv')],
    references: [],
    asOf: '2026-11-20',
  };
}

test('only making an audit is a job of that kind, so that nothing else keeps its button busy', async () => {
  const { api, engine, workspace, files } = await aPipeline();
  const kinds: string[] = [];
  (await engine.workspace(workspace)).listeners.observe((event) => {
    if (event.kind === 'finished') kinds.push(event.jobKind);
  });
  await api.audits.look({ workspace, files: [join(files, 'trace.csv')] });
  await api.audits.make({ workspace, ...setupOf(files) });
  await api.audits.rename({ workspace, audit: 1, name: 'Later' });
  await api.audits.remove({ workspace, audit: 1 });
  expect(kinds).toEqual(['query', 'audit', 'audit-record', 'audit-record']);
});

test('an audit is made, announced, listed, renamed, written and taken away with its rows', async () => {
  const { api, engine, workspace, files } = await aPipeline();
  const heard: WorkspaceEvent[] = [];
  (await engine.workspace(workspace)).listeners.observe((event) => heard.push(event));
  expect(await api.audits.make({ workspace, ...setupOf(files) })).toEqual({ audit: 1 });
  expect(heard).toContainEqual({ kind: 'changed', topics: ['audits'] });
  await api.audits.rename({ workspace, audit: 1, name: 'Later' });
  const [summary] = await api.audits.list({ workspace });
  expect(summary).toMatchObject({ audit: 1, name: 'Later', findings: 7, outcome: { balanced: false } });
  const { report } = await api.audits.get({ workspace, audit: 1 });
  const target = join(tempFolder(), 'written');
  expect(await api.audits.write({ workspace, audit: 1, what: 'report', target })).toEqual({
    kind: 'file',
    path: target,
  });
  expect(JSON.parse(readFileSync(target, 'utf8'))).toEqual(report);
  await api.audits.write({ workspace, audit: 1, what: 'findings', target });
  expect(readFileSync(target, 'utf8').split('\n').slice(0, 2)).toEqual([
    'kind,stage,solution_id,id,detail',
    'fan_out,offers,A,1,2',
  ]);
  await api.audits.remove({ workspace, audit: 1 });
  expect(await api.audits.list({ workspace })).toEqual([]);
  const db = openWorkspaceForReading(workspace);
  expect(db.prepare("select name from sqlite_schema where name glob 'audit_*'").all()).toEqual([]);
  db.close();
});

test('what the workspace does not have is refused in a sentence', async () => {
  const { api, workspace, files } = await aPipeline();
  const says = (message: string) => ({ code: 'FAILURE', message });
  await expect(api.audits.get({ workspace, audit: 7 })).rejects.toMatchObject(
    says('There is no audit 7 in this workspace.'),
  );
  await expect(api.audits.remove({ workspace, audit: 7 })).rejects.toMatchObject(
    says('There is no audit 7 in this workspace.'),
  );
  await api.audits.make({ workspace, ...setupOf(files) });
  const of: ViewOf = { kind: 'audit finding', audit: 1, finding: 99 };
  await expect(api.views.open({ workspace, of })).rejects.toMatchObject(
    says('The audit has no finding 100.'),
  );
});

test('an audit that fails leaves nothing behind', async () => {
  const { api, workspace, files } = await aPipeline();
  const setup = { ...setupOf(files), key: ['solution_id', 'nothing'] };
  await expect(api.audits.make({ workspace, ...setup })).rejects.toMatchObject({
    code: 'FAILURE',
    message: '01_initial.csv: line 1 has no column nothing. Found: "solution_id", "id", "country".',
  });
  expect(await api.audits.list({ workspace })).toEqual([]);
  const db = openWorkspaceForReading(workspace);
  expect(db.prepare("select name from sqlite_schema where name glob 'audit_*'").all()).toEqual([]);
  db.close();
});

describe('the records', () => {
  /** The key and what stands in the columns of these titles, row by row. */
  async function recordsOf(
    { api, workspace }: EngineUnderTest & { workspace: string },
    of: ViewOf,
    ...titles: readonly string[]
  ) {
    const open = await api.views.open({ workspace, of });
    const at = titles.map((title) => open.columns.findIndex((column) => column.title === title));
    const { rows } = await api.views.page({ workspace, view: open.view, from: 0, count: 100 });
    return rows.map(({ cells }) => at.map((index) => cells[index]).join(' '));
  }

  test('behind every finding are as many as the report says, in the file in which they are seen', async () => {
    const pipeline = await aPipeline();
    const { api, workspace, files } = pipeline;
    await api.audits.make({ workspace, ...setupOf(files) });
    const { report } = await api.audits.get({ workspace, audit: 1 });
    const seen: Record<string, readonly string[]> = {};
    for (const [finding, { kind, rows }] of report.findings.entries()) {
      const of: ViewOf = { kind: 'audit finding', audit: 1, finding };
      const titles =
        kind === 'double_reason'
          ? ['id', 'reason', 'File', 'Line']
          : ['id', 'country', 'detail', 'Traced reason', 'Line'];
      seen[kind] = await recordsOf(pipeline, of, ...titles);
      expect(seen[kind], kind).toHaveLength(rows);
    }
    expect(seen).toEqual({
      fan_out: ['1 DE x  2', '1 DE y  3'],
      dropped_identifier: ['1 DE   2', '1 DE   3'],
      silent_drop: ['3 FR   4', '4 FR   5'],
      unreported: ['1 DE x by hand 6'],
      contradiction: ['2 DE  wrong 4'],
      double_reason: ['5 too old trace.csv 2', '5 blocked trace.csv 3'],
      appeared: ['9 DE x  7'],
    });
  });

  test('of a stage are as many as its figures say', async () => {
    const pipeline = await aPipeline();
    const { api, workspace, files } = pipeline;
    await api.audits.make({ workspace, ...setupOf(files) });
    const { stages } = await api.audits.get({ workspace, audit: 1 });
    const keysOf = async (stage: number, which: Extract<ViewOf, { kind: 'audit stage' }>['which']) =>
      new Set(
        await recordsOf(pipeline, { kind: 'audit stage', audit: 1, stage, which }, 'solution_id', 'id'),
      );
    for (const [index, stage] of stages.entries()) {
      for (const which of ['continuing', 'filtered', 'unreported', 'missing', 'appeared'] as const) {
        expect((await keysOf(index, which)).size, `${which} at ${stage.stage}`).toBe(stage[which]);
      }
      expect((await keysOf(index, 'rows')).size).toBe(stage.keys);
      expect((await keysOf(index, 'duplicated')).size).toBe(stage.duplicated_keys);
    }
    const of: ViewOf = { kind: 'audit stage', audit: 1, stage: 0, which: 'rows' };
    expect((await api.views.open({ workspace, of, search: 'fr' })).rows).toBe(2);
    const sorted = await api.views.open({ workspace, of, sort: [{ column: 'c1', descending: true }] });
    const [first] = (await api.views.page({ workspace, view: sorted.view, from: 0, count: 1 })).rows;
    expect(first?.cells).toEqual(['A', '3', 'FR', '4']);
    expect(
      await recordsOf(
        pipeline,
        { kind: 'audit stage', audit: 1, stage: 2, which: 'filtered' },
        'id',
        'Traced reason',
      ),
    ).toEqual(['5 too old|blocked']);
  });
});

describe('files that are looked at', () => {
  test('are told by their columns and names, extracts first and in order, with likely keys', async () => {
    const { api, workspace, files } = await aPipeline();
    writeFiles(files, {
      'blocks.csv': lines('id,tier,valid_from,valid_to', '1,gold,2026-01-01,'),
      'broken.csv': '',
    });
    const { candidates, keys } = await api.audits.look({ workspace, files: [files] });
    expect(candidates.map(({ name, role, stage }) => [name, role, stage])).toEqual([
      ['01_initial.csv', 'stage', 'initial'],
      ['02_offers.csv', 'stage', 'offers'],
      ['03_targets.csv', 'stage', 'targets'],
      ['broken.csv', 'stage', 'broken'],
      ['blocks.csv', 'reference', 'blocks'],
      ['trace.csv', 'trace', 'trace'],
      ['unreported.csv', 'other trace', 'unreported'],
    ]);
    expect(keys).toEqual([['solution_id', 'id']]);
    expect(candidates[0]).toMatchObject({ columns: ['solution_id', 'id', 'country'], problem: null });
    expect(candidates[0]?.first[0]).toEqual(['A', '1', 'DE']);
    expect(candidates[3]?.problem?.message).toBe('broken.csv is empty: it has not even a header.');
  });

  test('have as keys what is filled and unique, single ids before pairs before others', async () => {
    const { api, workspace, files } = await aPipeline();
    writeFiles(files, {
      'a.csv': lines('name,group_id,no,lead_id,empty_id', 'x,1,1,L1,', 'y,1,2,L2,', 'z,2,1,L3,'),
      'b.csv': lines('LEAD ID,name,group_id,no,empty_id', 'L1,x,1,1,'),
      't.csv': lines('lead_id,group_id,no,name,reason', 'L2,1,2,y,old'),
    });
    const stages = ['a.csv', 'b.csv'].map((name) => join(files, name));
    expect(await api.audits.keys({ workspace, stages, traces: [join(files, 't.csv')] })).toEqual([
      ['lead_id'],
      ['group_id', 'no'],
      ['name'],
    ]);
  });
});
