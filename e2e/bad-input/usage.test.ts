import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { expectFailed, expectWrongUsage } from '../support/expectations.ts';
import { readOut } from '../support/read-out.ts';
import { PROJECT_FOLDER, runMuster } from '../support/run-muster.ts';
import { AS_OF, runSmall, small } from '../support/small-input.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { writeFiles } from '../support/write-files.ts';

interface Case {
  readonly name: string;
  readonly args: readonly string[];
  readonly mentions: readonly RegExp[];
}

describe('wrong usage ends with exit 2 and writes nothing', () => {
  test.each<Case>([
    {
      name: 'an unknown parameter',
      args: ['--param', 'windw_days=3'],
      mentions: [/windw_days/, /window_days/],
    },
    {
      name: 'a parameter that is no whole number',
      args: ['--param', 'window_days=soon'],
      mentions: [/window_days/, /soon/],
    },
    {
      name: 'a parameter with a fraction',
      args: ['--param', 'window_days=1.5'],
      mentions: [/window_days/, /1\.5/],
    },
    { name: 'a parameter without a value', args: ['--param', 'window_days'], mentions: [/window_days/] },
    { name: 'an empty parameter', args: ['--param', 'window_days='], mentions: [/window_days/] },
    { name: 'a day that is none', args: ['--as-of', '2026-02-30'], mentions: [/2026-02-30/] },
    { name: 'a day in another order', args: ['--as-of', '20.11.2026'], mentions: [/20\.11\.2026/] },
    { name: 'a day in words', args: ['--as-of', 'yesterday'], mentions: [/yesterday/] },
    { name: 'an unknown option', args: ['--ass-of', '2026-11-20'], mentions: [/--ass-of/] },
    { name: 'an option without its value', args: ['--workspace'], mentions: [/--workspace/] },
    {
      name: 'publishing what no workspace keeps',
      args: ['--publish'],
      mentions: [/--publish/, /--workspace/],
    },
    {
      name: 'publishing with a recipe that publishes nothing',
      args: ['--publish', '--workspace', 'w.muster'],
      mentions: [/eligible-audience publishes nothing/],
    },
    { name: 'an argument too many', args: ['one-more'], mentions: [/one-more|argument/] },
  ])('$name', async ({ args, mentions }) => {
    const run = await runSmall({}, { args });
    expectWrongUsage(run, ...mentions);
    expect(existsSync(run.out)).toBe(false);
  });

  test.each<Case>([
    { name: 'an unknown command', args: ['rnu', 'eligible-audience'], mentions: [/rnu/] },
    {
      name: 'an unknown recipe',
      args: ['check', 'eligible-audiences', '--in', '.'],
      mentions: [/eligible-audiences/, /eligible-audience\b/],
    },
    {
      name: 'an unknown recipe of a dictionary',
      args: ['dictionary', 'nonsense'],
      mentions: [/nonsense/, /eligible-audience/],
    },
    { name: 'a run without a recipe', args: ['run', '--in', 'a', '--out', 'b'], mentions: [/recipe/] },
    { name: 'a run without --in', args: ['run', 'eligible-audience', '--out', 'b'], mentions: [/--in/] },
    { name: 'a run without --out', args: ['run', 'eligible-audience', '--in', 'a'], mentions: [/--out/] },
    { name: 'a check without --in', args: ['check', 'eligible-audience'], mentions: [/--in/] },
    { name: 'a trace without a key', args: ['trace', 'w.muster'], mentions: [/key/i] },
    { name: 'an unknown option at the top', args: ['--frobnicate'], mentions: [/--frobnicate/] },
  ])('$name', async ({ args, mentions }) => {
    expectWrongUsage(await runMuster(args, { cwd: tempFolder() }), ...mentions);
  });

  test('an unknown recipe of a run', async () => {
    const folder = tempFolder();
    writeFiles(join(folder, 'in'), small());
    const out = join(folder, 'out');
    const args = ['run', 'eligble-audience', '--in', join(folder, 'in'), '--out', out];
    expectWrongUsage(await runMuster(args), 'eligble-audience', /eligible-audience/);
    expect(existsSync(out)).toBe(false);
  });
});

describe('a recipe folder anywhere', () => {
  const run = async (change: (yaml: string) => string) => {
    const folder = tempFolder();
    const recipe = join(folder, 'my-recipe');
    cpSync(join(PROJECT_FOLDER, 'sql', 'recipes', 'eligible-audience'), recipe, { recursive: true });
    const yaml = join(recipe, 'recipe.yaml');
    writeFileSync(yaml, change(readFileSync(yaml, 'utf8')));
    writeFiles(join(folder, 'in'), small());
    const out = join(folder, 'out');
    const args = ['run', './my-recipe', '--in', 'in', '--out', 'out', '--as-of', AS_OF];
    return { ...(await runMuster(args, { cwd: folder })), out };
  };

  test('is as good as a built-in one', async () => {
    const { exit, stderr, out } = await run((yaml) => yaml);
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
    expect(readOut(out)).toEqual(readOut((await runSmall()).out));
  });

  test.each([
    ['an unknown value type', 'is_active: {type: boolean', 'is_active: {type: bool', /boolean/],
    ['an unknown word', 'population: current_customer', 'populaton: current_customer', /populat/],
    [
      'a table that is not there',
      'population: current_customer',
      'population: current_customers',
      /current_customers/,
    ],
    ['an SQL file that is not there', 'rules/inactive.sql', 'rules/inactiv.sql', /inactiv\.sql/],
    ['broken YAML', 'params:', 'params: [', /recipe\.yaml/],
  ])('%s in it is told by file, with what is allowed', async (_, from, to, mention) => {
    const result = await run((yaml) => yaml.replace(from, to));
    expectFailed(result, 'recipe.yaml', mention);
    expect(existsSync(result.out)).toBe(false);
  });

  test('an unknown value type is told by its line', async () => {
    const yaml = readFileSync(join(PROJECT_FOLDER, 'sql/recipes/eligible-audience/recipe.yaml'), 'utf8');
    const line = yaml.split('\n').findIndex((text) => text.includes('is_active:')) + 1;
    const result = await run((text) => text.replace('is_active: {type: boolean', 'is_active: {type: bool'));
    expectFailed(result, new RegExp(`recipe\\.yaml\\D*${line}\\b`));
  });
});
