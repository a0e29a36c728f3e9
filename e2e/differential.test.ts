import { join } from 'node:path';
import { expect, test } from 'vitest';
import { AS_OF } from './generator/cells.ts';
import { generate } from './generator/files.ts';
import { Random } from './generator/random.ts';
import { expectRun } from './oracle/oracle.ts';
import { firstDifference } from './support/first-difference.ts';
import { readOut, readReconciliation } from './support/read-out.ts';
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
  const written = readOut(out);
  const names = ['manifest.json', 'reconciliation.json', ...expected.files.keys()].toSorted();
  expect([...(written?.keys() ?? [])]).toEqual(names);
  for (const [name, text] of expected.files) {
    const difference = firstDifference(text, written?.get(name)?.toString('utf8') ?? '');
    if (difference !== undefined) expect.fail(`seed ${seed}, ${name}: ${difference}`);
  }
  const { warnings = [], ...reconciliation } = readReconciliation(out);
  expect(reconciliation).toEqual(expected.reconciliation);
  const unsaid = expected.warnedOf.filter((name) => !warnings.some((warning) => warning.includes(name)));
  expect(unsaid, warnings.join('\n')).toEqual([]);
  if (expected.warnedOf.length === 0) expect(warnings).toEqual([]);
});
