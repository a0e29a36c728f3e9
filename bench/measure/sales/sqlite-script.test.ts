import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parseRecipe } from '../../../electron/engine/recipe/parse-recipe.ts';
import { findRecipe, readRecipeFolder } from '../../../electron/engine/recipe/recipe-folder.ts';
import { sqliteVersion } from '../sqlite-import.ts';
import { withPlainCalls } from './plain-calls.ts';
import { sqliteScript } from './sqlite-script.ts';
import { countedRows, mustAgree } from './written-rows.ts';

const recipe = parseRecipe(readRecipeFolder(findRecipe('sales-analytics', process.cwd())));
const HEADER = 'Date,Customer ID,Order ID,Sales';
const ASKED_FOR = { asOf: '2026-11-20', hasMedian: false };

let folder: string;
let out: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'muster-bench-'));
  out = join(folder, 'out "1"');
  mkdirSync(out);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("the script of the recipe's own SQL", () => {
  test('imports every file, writes every output, and calls nothing that the shell lacks', () => {
    const script = sqliteScript(recipe, { ...ASKED_FOR, files: ['a.csv', 'b.csv'], out });
    expect(script).toContain('.import --csv --skip 1 "a.csv" raw_1');
    expect(script).toContain('.import --csv --skip 1 "b.csv" raw_2');
    const files = recipe.outputs.filter(({ written, name }) => written && name !== 'data_quality');
    expect(script.match(/^\.once /gm)).toHaveLength(files.length);
    expect(script).not.toMatch(/(exact_ratio|decimal_text_of|median)\(|%u/);
  });

  test.skipIf(sqliteVersion() === undefined)(
    'counts a line of overlapping files once, two equal lines of one file twice, and no line that does not parse',
    async () => {
      const line = '2026-01-05,7,1,10.50';
      writeFileSync(
        join(folder, 'a.csv'),
        `${HEADER}\n${line}\n${line}\n2026-02-30,7,2,1\n2026-02-03,7,3,-0.25\n`,
      );
      writeFileSync(
        join(folder, 'b.csv'),
        `${HEADER}\n${line}\n2026-11-21,7,4,1\n2026-02-01,8,5,x\n2026-02-01,8\n`,
      );
      const input = sqliteScript(recipe, { ...ASKED_FOR, files: ['a.csv', 'b.csv'], out });
      const { status, stderr } = spawnSync('sqlite3', [], { cwd: folder, input, encoding: 'utf8' });
      expect({ status, stderr: stderr.replace(/^.*filling the rest with NULL\n/gm, '') }).toEqual({
        status: 0,
        stderr: '',
      });
      const read = (name: string) => readFileSync(join(out, name), 'utf8');
      expect(read('fact_sales.csv')).toBe(
        'sales_key,order_key,customer_key,date_key,amount\n1,1,1,20260105,10.5\n2,1,1,20260105,10.5\n3,2,1,20260203,-0.25\n',
      );
      expect(read('dim_date.csv')).toMatch(/^20260111,2026-01-11,2026,1,1,11,7,1$/m);
      const rows = await countedRows(out);
      expect(rows.get('dim_customer.csv')).toBe(1);
      expect(() => mustAgree('sqlite3', rows, rows)).not.toThrow();
    },
  );
});

describe('plain calls', () => {
  test('stand for calls within calls, and leave texts alone', () => {
    const sql =
      "select 'exact_ratio(1)', exact_ratio((exact_ratio(a, 1, b, 1, 1)), 2, (max(c, d)), 100, 100) from t";
    expect(withPlainCalls(sql, true)).toBe(
      "select 'exact_ratio(1)', (cast(round(1.0 * ((cast(round(1.0 * a * 1 * 1 / b) as integer) * 1)) * 2 * 100 / (max(c, d))) as integer) * 100) from t",
    );
  });

  test('keep median where the shell has it', () => {
    expect(withPlainCalls('select median(a) from t', true)).toBe('select median(a) from t');
    expect(withPlainCalls('select median(a) from t', false)).toBe('select avg(a) from t');
  });
});

describe('the rows of both programs', () => {
  test('must be the same in each file that the peer wrote', () => {
    const ours = new Map([
      ['fact_sales.csv', 3],
      ['data_quality.csv', 5],
    ]);
    expect(() => mustAgree('pandas', new Map([['fact_sales.csv', 3]]), ours)).not.toThrow();
    expect(() => mustAgree('pandas', new Map([['fact_sales.csv', 4]]), ours)).toThrow(
      'pandas wrote 4 rows of fact_sales.csv, muster 3.',
    );
    expect(() => mustAgree('pandas', new Map(), ours)).toThrow('pandas wrote nothing.');
  });
});
