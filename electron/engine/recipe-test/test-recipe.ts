import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Failure } from '../failure.ts';
import { isFolder } from '../is-folder.ts';
import { resolveParams } from '../recipe/parameters.ts';
import type { Recipe } from '../recipe/recipe.ts';
import { runRecipe } from '../run/run-recipe.ts';
import { readCase, type TestCase } from './read-case.ts';

/** What came of one case: nothing that differs means that it passed. */
export interface CaseResult {
  readonly name: string;
  /** Each a few lines: the file, what was expected and what came. */
  readonly differences: readonly string[];
}

/**
 * Runs a recipe's own tests: for each folder tests/<case>/ the files of `in` are run, and every file of
 * `expected` is compared byte by byte with what the run wrote. Throws a Failure when there is no case.
 */
export async function testRecipe(recipe: Recipe): Promise<readonly CaseResult[]> {
  const folder = join(recipe.text.folder, 'tests');
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => isFolder(join(folder, name))) : [];
  if (names.length === 0) {
    throw new Failure(
      `${folder}: the recipe has no tests.`,
      'Add tests/<case>/ with the folders in and expected.',
    );
  }
  const results: CaseResult[] = [];
  for (const name of names.sort()) {
    results.push({ name, differences: await runCase(recipe, readCase(join(folder, name))) });
  }
  return results;
}

async function runCase(recipe: Recipe, testCase: TestCase): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'muster-test-'));
  try {
    const outFolder = join(folder, 'out');
    const failure = await attempt(recipe, testCase, outFolder);
    if (testCase.failure !== undefined) return compareFailure(testCase.failure, failure);
    if (failure !== undefined) return [`the run failed: ${failure}`];
    return testCase.expected.flatMap((file) =>
      compareFile(file, join(testCase.folder, 'expected'), outFolder),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs a case; returns the line with which it failed, undefined when it finished. */
async function attempt(recipe: Recipe, testCase: TestCase, outFolder: string): Promise<string | undefined> {
  try {
    const params = resolveParams(recipe, testCase.params);
    const inFolder = join(testCase.folder, 'in');
    await runRecipe({ recipe, inFolder, outFolder, asOf: testCase.asOf, params }, () => {});
    return undefined;
  } catch (error) {
    if (error instanceof Failure) return error.line;
    throw error;
  }
}

function compareFailure(expected: string, failure: string | undefined): readonly string[] {
  if (failure === undefined) return [`expected a failure with "${expected}", but the run finished`];
  return failure.includes(expected) ? [] : [`expected a failure with "${expected}", but it was: ${failure}`];
}

function compareFile(file: string, expectedFolder: string, outFolder: string): readonly string[] {
  const written = join(outFolder, file);
  if (!existsSync(written)) return [`${file}: expected, but not written`];
  const expected = readFileSync(join(expectedFolder, file), 'utf8');
  const actual = readFileSync(written, 'utf8');
  if (expected === actual) return [];
  const expectedLines = expected.split('\n');
  const actualLines = actual.split('\n');
  const line = expectedLines.findIndex((text, index) => text !== actualLines[index]);
  const place = line === -1 ? expectedLines.length : line;
  const shown = (lines: readonly string[]) => lines[place] ?? '(the end of the file)';
  return [`${file}:${place + 1}\n  expected: ${shown(expectedLines)}\n  written:  ${shown(actualLines)}`];
}
