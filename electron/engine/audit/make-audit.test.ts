import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lines } from '../testing/file-texts.ts';
import { checkRequest } from './audit-request.ts';
import { type AuditTexts, anAudit, aRequest } from './testing/an-audit.ts';
import { type KeyPipeline, naiveAudit } from './testing/naive-audit.ts';

const SOME_KEYS = fc.array(fc.constantFrom('1', '2', '3', '07', '7', 'x', 'X', 'é'), { maxLength: 12 });
const SOME_PIPELINE: fc.Arbitrary<KeyPipeline> = fc.record({
  stages: fc.array(SOME_KEYS, { minLength: 2, maxLength: 5 }),
  trace: SOME_KEYS,
  other: SOME_KEYS,
});

/** Files of keys alone; each stage is named by its position. */
function textsOf({ stages, trace, other }: KeyPipeline): AuditTexts {
  const traceOf = (keys: readonly string[]) => lines('id,reason', ...keys.map((key) => `${key},why`));
  return {
    key: ['id'],
    stages: Object.fromEntries(
      stages.map((keys, index) => [`s${index}`, lines('id,note', ...keys.map((key) => `${key},`))]),
    ),
    traces: [traceOf(trace)],
    otherTraces: [traceOf(other)],
  };
}

test('figures and keys of findings are those of a naive computation in memory', async () => {
  await fc.assert(
    fc.asyncProperty(SOME_PIPELINE, async (pipeline) => {
      const { report, lines: written } = await anAudit(textsOf(pipeline));
      const naive = naiveAudit(pipeline);
      expect(report.stages.map(({ stage: _, ...figures }) => figures)).toEqual(naive.stages);
      expect(report.outcome).toEqual(naive.outcome);
      const keys = written.map((line) => line.split(',').slice(0, 3).join(',').replace(',s', ','));
      expect(keys.sort()).toEqual(naive.findings);
      expect(report.findings.reduce((sum, { keys: own }) => sum + own, 0)).toBe(written.length);
    }),
    { numRuns: 120 },
  );
});

test('the sums of every stage hold', async () => {
  await fc.assert(
    fc.asyncProperty(SOME_PIPELINE, async (pipeline) => {
      const { stages } = (await anAudit(textsOf(pipeline))).report;
      stages.forEach((stage, index) => {
        const before = stages[index - 1];
        if (!before) return;
        const gone = stage.filtered + stage.unreported + stage.missing;
        expect(before.keys).toBe(stage.continuing + gone);
        expect(stage.keys).toBe(stage.continuing + stage.appeared);
        expect(stage.rows).toBe(stage.keys + stage.extra_rows);
      });
    }),
    { numRuns: 40 },
  );
});

const TRACE = lines('id,reason', '9,old');

/** Two extracts by their lines, with one trace. */
function two(before: readonly string[], now: readonly string[], more: Partial<AuditTexts> = {}): AuditTexts {
  return { key: ['id'], stages: { before: lines(...before), now: lines(...now) }, traces: [TRACE], ...more };
}

async function findingsOf(texts: AuditTexts) {
  return (await anAudit(texts)).report.findings;
}

describe('keys that vanish in silence', () => {
  test('are explained by the value that all of them share and that no key that goes on has', async () => {
    const [found] = await findingsOf(
      two(['id,a,country', '1,x,FR', '2,y,FR', '3,x,DE', '4,y,DE'], ['id', '3', '4']),
    );
    expect(found).toMatchObject({
      kind: 'silent_drop',
      stage: 'now',
      keys: 2,
      rows: 2,
      columns: ['country'],
    });
    expect(found?.text).toContain('All of them have country = FR, and no key that goes on has that.');
  });

  test('are explained by an empty cell, and by several columns in the order of the header', async () => {
    const [found] = await findingsOf(two(['id,b,a', '1,,x', '2,,x', '3,B,y'], ['id,a', '3,y']));
    expect(found?.columns).toEqual(['b', 'a']);
    expect(found?.text).toContain('an empty b and a = x');
  });

  test('are explained by few values of one column where each stands for more than one key', async () => {
    const rows = ['1,FR', '2,FR', '3,IT', '4,IT', '5,DE'];
    const { report, lines: written } = await anAudit(two(['id,country', ...rows], ['id,country', '5,DE']));
    expect(report.findings[0]?.columns).toEqual(['country']);
    expect(report.findings[0]?.text).toContain(
      'one of 2 values of country that no key that goes on has: FR and IT',
    );
    expect(written).toEqual(
      ['1,FR', '2,FR', '3,IT', '4,IT'].map((row) => `silent_drop,now,${row.replace(',', ',country=')}`),
    );
  });

  test('are not explained by a value that a key that goes on has, nor by as many values as keys', async () => {
    const [found] = await findingsOf(two(['id,a,b', '1,x,p', '2,x,q', '3,x,r'], ['id', '3']));
    expect(found?.columns).toEqual([]);
    expect(found?.text).toContain('No single column sets them apart');
  });

  test('are explained by a part of the key that other keys have, too', async () => {
    const texts: AuditTexts = {
      key: ['solution', 'id'],
      stages: {
        before: lines('solution,id', 'A,1', 'A,2', 'B,1', 'B,2'),
        now: lines('solution,id', 'B,1', 'B,2'),
      },
    };
    expect((await findingsOf(texts))[0]?.columns).toEqual(['solution']);
  });
});

describe('rows that multiply', () => {
  test('name what the join brought in before what came along, and the keys with most rows', async () => {
    const [found] = await findingsOf(
      two(
        ['id,seen,name', '1,a,n', '2,a,n'],
        ['seen,detail,id,name', 'a,p,1,n', 'b,q,1,n', 'a,p,1,n', 'a,p,2,n'],
      ),
    );
    expect(found).toMatchObject({ kind: 'fan_out', keys: 1, rows: 3, columns: ['detail', 'seen'] });
    expect(found?.text).toContain('1 (3 rows)');
  });

  test('that are the same in every column say so', async () => {
    const [found] = await findingsOf(two(['id,a', '1,x'], ['id,a', '1,x', '1,x']));
    expect(found).toMatchObject({ kind: 'fan_out', columns: [] });
  });

  test('are no loss of an identifier while another column that differed still does', async () => {
    const found = await findingsOf(two(['id,a,b', '1,x,p', '1,y,q'], ['id,a', '1,x', '1,y']));
    expect(found).toEqual([]);
  });

  test('differ also where one cell is empty and another is not', async () => {
    const [found] = await findingsOf(two(['id,a', '1,x', '1,'], ['id', '1', '1']));
    expect(found).toMatchObject({ kind: 'dropped_identifier', columns: ['a'], rows: 2 });
  });
});

describe('older records of a reference', () => {
  const REFERENCE = lines(
    'id,tier,valid_from,valid_to',
    '1,new,2026-01-01,',
    '1,old,2020-01-01,2025-12-31',
    '1,to come,2027-01-01,',
    '2,first,2026-01-01,',
    '2,second,2026-01-01,',
    '3,only,2026-01-01,',
  );
  const of = (...rows: readonly string[]) =>
    findingsOf(two(['id,tier', ...rows], ['id,tier', ...rows], { references: [REFERENCE] }));

  test('are found once, at the first stage, with the columns that differ', async () => {
    const texts = two(['id,tier', '1,old', '2,first'], ['id,tier', '1,old', '2,first'], {
      references: [REFERENCE],
    });
    const { report, lines: written } = await anAudit(texts);
    expect(report.findings).toMatchObject([
      { kind: 'stale_window', stage: 'before', keys: 2, rows: 2, columns: ['tier'] },
    ]);
    expect(written).toEqual([
      'stale_window,before,1,tier: old -> new',
      'stale_window,before,2,tier: first -> second',
    ]);
  });

  test('are not seen in the latest one, in one of equal days that stands later, nor in a value of no record', async () => {
    expect(await of('1,new', '2,second', '3,only')).toEqual([]);
    expect(await of('1,other', '3,other', '4,new')).toEqual([]);
  });

  test('of another day are the latest of that day', async () => {
    const rows = ['id,tier', '1,new'];
    const more = { references: [REFERENCE], more: { asOf: '2027-02-01' } };
    expect(await findingsOf(two(rows, rows, more))).toMatchObject([{ kind: 'stale_window', keys: 1 }]);
  });

  test('are looked for by the columns that are named, else by those whose names say it, and the report says so', async () => {
    const reference = lines('id,tier,since when,x', '1,old,2020-01-01,', '1,new,2021-01-01,');
    const rows = ['id,tier', '1,old'];
    const named = await anAudit(
      two(rows, rows, { references: [reference], more: { validFrom: 'Since_When' } }),
    );
    expect(named.report.findings).toHaveLength(1);
    expect(named.report.warnings).toContain(
      'reference-1.csv: since when was taken for the day from which a record holds.',
    );
    await expect(anAudit(two(rows, rows, { references: [reference] }))).rejects.toThrow(
      'line 1 has no column valid_from.',
    );
  });
});

describe('files of any kind', () => {
  test('are read as everywhere: encodings, delimiters, quotes, headers in any case', async () => {
    const { report } = await anAudit({
      key: ['client_id'],
      stages: { a: '\uFEFFClient ID;Näme\r\n1;"x;y"\r\n2;\r\n', b: 'CLIENT-ID\tname\n1\tz\n' },
      traces: ['Reason|client id\nold|2\n'],
    });
    expect(report.outcome).toMatchObject({ entered: 2, targets: 1, traced: 1, balanced: true });
  });

  test('may have hundreds of columns, some of one name and some without', async () => {
    const header = Array.from({ length: 600 }, (_, column) =>
      column % 3 === 0 ? '' : `c${column % 50}`,
    ).join(',');
    const row = (text: string) => Array<string>(600).fill(text).join(',');
    const { report } = await anAudit(
      two(
        [`id,${header}`, `1,${row('a')}`, `2,${row('b')}`, `2,${row('c')}`],
        [`id,${header}`, `1,${row('a')}`, `1,${row('b')}`],
      ),
    );
    expect(report.findings.map(({ kind, columns }) => [kind, columns.length])).toEqual([
      ['fan_out', 600],
      ['silent_drop', 0],
    ]);
    expect(new Set(report.findings[0]?.columns).size).toBe(600);
    expect(report.findings[0]?.columns.slice(0, 3)).toEqual(['column 2', 'c1', 'c2']);
  });

  test('may have as many columns as an audit reads, and every kind of finding names them', async () => {
    const names = Array.from({ length: 1899 }, (_, column) => `c${column}`);
    const inReference = names.slice(2);
    const row = (first: string, columns: readonly string[], text: string) =>
      [first, ...columns.map(() => text)].join(',');
    const header = `id,${names.join(',')}`;
    const { report } = await anAudit({
      key: ['id'],
      stages: {
        one: lines(header, row('1', names, 'a'), row('2', names, 'z')),
        two: lines(header, row('1', names, 'a'), row('1', names, 'b')),
        three: lines('id', '1', '1'),
      },
      references: [
        lines(
          `id,${inReference.join(',')},valid_from`,
          `${row('1', inReference, 'a')},2020-01-01`,
          `${row('1', inReference, 'new')},2021-01-01`,
        ),
      ],
    });
    expect(report.findings.map(({ kind, columns }) => [kind, columns])).toEqual([
      ['fan_out', names],
      ['dropped_identifier', names],
      ['silent_drop', names],
      ['stale_window', inReference],
    ]);
  });

  test('are refused where the columns of all traces together are more', async () => {
    const rows = ['id', '1'];
    const trace = (letter: string) => {
      const names = Array.from({ length: 950 }, (_, column) => `${letter}${column}`).join(',');
      return lines(`id,reason,${names}`);
    };
    await expect(anAudit(two(rows, rows, { traces: [trace('a'), trace('b')] }))).rejects.toThrow(
      'The trace files have 1901 columns together beside the key; an audit reads 1900 at most.',
    );
  });

  test('with faulty records leave these aside, with line and code', async () => {
    const { report } = await anAudit(two(['id,a', '1,x', ',y', '2', '3,"'], ['id', '1']));
    expect(report.inputs[0]).toMatchObject({
      role: 'stage',
      name: 'before',
      file: 'before.csv',
      read: 4,
      accepted: 1,
      rejected: 3,
      codes: { 'id:missing_value': 1, too_few_fields: 1, unreadable: 1 },
    });
    expect(report.warnings).toContain(
      'before.csv: 3 records were left aside: line 3 (id:missing_value), line 4 (too_few_fields), line 5 (unreadable).',
    );
  });

  test('of which one lacks the key, names it twice or has no reason are refused by file and line', async () => {
    const rows = ['id', '1'];
    await expect(anAudit(two(rows, ['ident', '1']))).rejects.toThrow(
      /now\.csv: line 1 has no column id\. Found: "ident"\.$/,
    );
    await expect(anAudit(two(rows, ['id,ID', '1,2']))).rejects.toThrow(
      'line 1: "id" (column 1) and "ID" (column 2) both mean id.',
    );
    await expect(anAudit(two(rows, rows, { traces: [lines('id,why', '1,x')] }))).rejects.toThrow(
      'trace-1.csv: line 1 has no column reason. Found: "id", "why".',
    );
    await expect(anAudit(two(rows, rows, { references: [lines('a,valid_from', 'x,')] }))).rejects.toThrow(
      'reference-1.csv: line 1 has no column id.',
    );
  });
});

test('the report says which keys are traced in vain, and which stage seems to stand too late', async () => {
  const { report } = await anAudit(two(['id', '1'], ['id', '1', '2']));
  expect(report.warnings).toEqual([
    '1 key of the trace files is in no extract.',
    'now has all keys of before and 1 more: are the stages in order?',
  ]);
});

test.each([
  { what: 'no key', more: { key: [''] }, says: 'names no column' },
  { what: 'a key column twice', more: { key: ['id', 'ID'] }, says: 'The key names ID twice.' },
  { what: 'one stage', more: { stages: { one: 'id\n' } }, says: 'two stages at least; here is one.' },
])('a request with $what is refused before a file is read', async ({ more, says }) => {
  await expect(anAudit({ ...two(['id'], ['id']), ...more })).rejects.toThrow(says);
});

test('a file that is given twice is refused, whatever way leads to it', () => {
  const texts = two(['id', '1'], ['id', '1']);
  const request = aRequest(texts);
  const [first] = request.stages;
  const path = join(first?.file.path ?? '', '..', 'before.csv');
  expect(() => checkRequest({ ...request, traces: [{ path, name: 'before.csv' }] })).toThrow(
    'before.csv is given twice: as stage before and as trace.',
  );
});

test('a file may stand for two stages, one of which changed nothing', async () => {
  const texts = two(['id', '1', '2'], ['id', '1', '2']);
  const [first, second] = aRequest(texts).stages;
  if (!first || !second) throw new Error('There are two stages.');
  const stages = [first, { name: 'same', file: first.file }, second];
  const { report } = await anAudit({ ...texts, more: { stages } });
  expect(report.stages.map(({ stage, continuing }) => [stage, continuing])).toEqual([
    ['before', 0],
    ['same', 2],
    ['now', 2],
  ]);
  expect(report.findings).toEqual([]);
});

test('what is beside the main reporting may be a bare list of keys', async () => {
  const texts = { ...two(['id', '1', '2'], ['id', '1']), traces: [], otherTraces: [lines('id', '2')] };
  const { report, lines: found } = await anAudit(texts);
  expect(report.outcome).toMatchObject({ unreported: 1, missing: 0, balanced: false });
  expect(found).toEqual(['unreported,now,2,']);
});
