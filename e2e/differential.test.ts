import { join } from 'node:path';
import { expect, test } from 'vitest';
import { AS_OF } from './generator/cells.ts';
import { generate } from './generator/files.ts';
import { Random } from './generator/random.ts';
import { expectRun } from './oracle/oracle.ts';
import { expectFiles, expectSaid } from './support/expect-written.ts';
import { readReconciliation } from './support/read-out.ts';
import { runMuster } from './support/run-muster.ts';
import { seeds } from './support/seeds.ts';
import { tempFolder } from './support/temp-folder.ts';
import { writeFiles } from './support/write-files.ts';

test.each(seeds(30))('what Muster writes is what the oracle says (seed %i)', async (seed) => {
  const folder = tempFolder();
  const [input, out] = [join(folder, 'in'), join(folder, 'out')];
  const { files, windowDays } = generate(new Random(seed));
  writeFiles(input, files);
  const args = ['run', 'eligible-audience', '--in', input, '--out', out, '--as-of', AS_OF];
  const { exit, stderr } = await runMuster([...args, '--param', `window_days=${windowDays}`]);
  expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });

  const expected = expectRun(input, AS_OF, windowDays);
  expectFiles(out, expected.files, { run: `seed ${seed}` });
  const { warnings = [], ...reconciliation } = readReconciliation(out);
  expect(reconciliation).toEqual(expected.reconciliation);
  expectSaid(warnings, expected.warnedOf);
  if (expected.warnedOf.length === 0) expect(warnings).toEqual([]);
});
