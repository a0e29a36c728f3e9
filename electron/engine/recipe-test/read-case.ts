import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { Failure } from '../failure.ts';
import { isDay } from '../ingest/values.ts';
import { isFolder } from '../is-folder.ts';

/** One test of a recipe. */
export interface TestCase {
  readonly folder: string;
  /** ISO day. */
  readonly asOf: string;
  /** As text, like on the command line. */
  readonly params: ReadonlyMap<string, string>;
  /** Names of the files that are compared. */
  readonly expected: readonly string[];
  /** Words of the failure that the run is to end in; undefined when it is to finish. */
  readonly failure: string | undefined;
}

const CaseSchema = z.strictObject({
  as_of: z.string().refine((text) => text.length === 10 && isDay(text), 'must be a day, YYYY-MM-DD'),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({}),
  failure: z.string().optional(),
});

/** Reads the folder of a case: case.yaml, in/ and expected/; throws a Failure when something of it is missing. */
export function readCase(folder: string): TestCase {
  const path = join(folder, 'case.yaml');
  if (!existsSync(path))
    throw new Failure(`${path} is missing.`, 'Write in it at least as_of: "YYYY-MM-DD".');
  const parsed = CaseSchema.safeParse(readYaml(path));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const place = issue?.path.map((key) => `${String(key)}: `).join('') ?? '';
    throw new Failure(
      `${path}: ${place}${issue?.message}.`,
      'Allowed are as_of (a day in quotes), params and failure.',
    );
  }
  requireFolder(join(folder, 'in'));
  const { as_of: asOf, params, failure } = parsed.data;
  const expectedFolder = join(folder, 'expected');
  if (failure === undefined) requireFolder(expectedFolder);
  const expected = failure === undefined ? readdirSync(expectedFolder).sort() : [];
  if (failure === undefined && expected.length === 0) {
    throw new Failure(
      `${expectedFolder} is empty: the case could not fail.`,
      'Add the files that the run is to write.',
    );
  }
  return {
    folder,
    asOf,
    params: new Map(Object.entries(params).map(([name, value]) => [name, String(value)])),
    expected,
    failure,
  };
}

function readYaml(path: string): unknown {
  try {
    return parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Failure(`${path}: ${error instanceof Error ? error.message : error}`, 'Correct the YAML.');
  }
}

function requireFolder(path: string): void {
  if (!isFolder(path)) throw new Failure(`${path} is missing.`, 'Add the folder.');
}
