import { join } from 'node:path';
import { expect } from 'vitest';
import type { ControlFigures } from '../../electron/contract/reconciliation.ts';
import type { ExpectedLoyalty } from '../loyalty-oracle/oracle.ts';
import type { Params } from '../loyalty-oracle/users.ts';
import { withoutFreeWords } from '../sales-oracle/free-columns.ts';
import { expectFiles, expectSaid } from './expect-written.ts';
import { readCsv } from './read-csv.ts';
import { readReconciliation } from './read-out.ts';
import { type MusterResult, runMuster } from './run-muster.ts';
import { tempFolder } from './temp-folder.ts';
import { tenThousandths } from './ten-thousandths.ts';
import { type Content, writeFiles } from './write-files.ts';

/** A run of loyalty-engagement over files of its own. */
export interface LoyaltyInput {
  readonly files: Readonly<Record<string, Content>>;
  readonly asOf: string;
  readonly params?: Params;
  readonly without?: readonly string[];
  readonly workspace?: string;
}

/** Where a run had its files, and what it wrote. */
export interface LoyaltyFolders {
  readonly input: string;
  readonly out: string;
}

export interface LoyaltyOutput extends MusterResult, LoyaltyFolders {}

/** Writes the files of a run into a folder of its own. */
export function foldersWith(files: LoyaltyInput['files']): LoyaltyFolders {
  const folder = tempFolder();
  const folders = { input: join(folder, 'in'), out: join(folder, 'out') };
  writeFiles(folders.input, files);
  return folders;
}

/** Runs the recipe to its end, whatever that is. */
export async function runLoyalty({
  files,
  asOf,
  params,
  without = [],
  workspace,
}: LoyaltyInput): Promise<LoyaltyOutput> {
  const { input, out } = foldersWith(files);
  const result = await runMuster([
    ...['run', 'loyalty-engagement', '--in', input, '--out', out, '--as-of', asOf],
    ...Object.entries(params ?? {}).flatMap(([name, value]) => ['--param', `${name}=${value}`]),
    ...without.flatMap((source) => ['--without', source]),
    ...(workspace === undefined ? [] : ['--workspace', workspace]),
  ]);
  return { ...result, input, out };
}

/** Runs the recipe, which must finish and say nothing. */
export async function finishLoyalty(run: LoyaltyInput): Promise<LoyaltyOutput> {
  const result = await runLoyalty(run);
  expect({ exit: result.exit, stderr: result.stderr }).toEqual({ exit: 0, stderr: '' });
  return result;
}

/** Every file of a run, byte for byte but for free words, and the figures; `run` names it where they differ. */
export function expectWritten(
  out: string,
  expected: ExpectedLoyalty,
  without: readonly string[],
  run: string,
): void {
  expectFiles(out, expected.files, { run, compared: withoutFreeWords });
  for (const { check, source, text } of readCsv(out, 'monitoring.csv')) {
    expect(text, `${check} ${source}`).toMatch(/\S\.$/);
  }
  const { warnings = [], tables, derived, controls, without: left = [], ...rest } = readReconciliation(out);
  expect(rest).toEqual(expected.reconciliation);
  expect(left).toEqual(without);
  expectControls(controls, expected);
  expectSaid(warnings, [...without, ...expected.warnedOf]);
}

/** Names are free; users are counted twice, and so are the purchases. */
function expectControls(controls: readonly ControlFigures[], { users, purchases }: ExpectedLoyalty): void {
  expect(controls.filter(({ ok }) => !ok)).toEqual([]);
  const sums = controls.map(({ left }) => tenThousandths(left));
  expect(sums, 'a control of the users').toContain(BigInt(users) * 10_000n);
  expect(sums, 'a control of the purchases').toContain(purchases);
}
