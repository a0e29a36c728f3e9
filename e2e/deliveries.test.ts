import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, watch } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { readTexts } from '../electron/engine/testing/file-texts.ts';
import { S3Refusal } from '../electron/engine/testing/s3/s3-request.ts';
import { BUCKET, KEYS, REGION, startS3 } from '../electron/engine/testing/s3/s3-stand-in.ts';
import { expectFailed, expectWrongUsage } from './support/expectations.ts';
import { readOut } from './support/read-out.ts';
import { runMuster, startMuster } from './support/run-muster.ts';
import { tempFolder } from './support/temp-folder.ts';
import { AS_OF, twoTeams } from './support/two-teams.ts';
import { lines, writeFiles } from './support/write-files.ts';

const SCORES = [
  [1, 80],
  [2, 20],
  [3, -1],
  [4, 50],
] as const;

const HIGH = `marketing/snapshot_date=${AS_OF}/high.csv`;
const LOW = `customer_success/snapshot_date=${AS_OF}/low.csv`;
const PATHS = [
  LOW,
  LOW.replace('.csv', '.parquet'),
  `customer_success/snapshot_date=${AS_OF}/manifest.json`,
  HIGH,
  `marketing/snapshot_date=${AS_OF}/manifest.json`,
];

/** What the command line needs to talk to the stand-in for S3, and to nobody else. */
function s3Environment(): Readonly<Record<string, string>> {
  const nowhere = join(tempFolder(), 'nowhere');
  const files = { AWS_CONFIG_FILE: nowhere, AWS_SHARED_CREDENTIALS_FILE: nowhere };
  return { ...files, AWS_EC2_METADATA_DISABLED: 'true', AWS_REGION: REGION, ...KEYS };
}

function sha256(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Paths within a folder with the hashes of the files. */
function hashesOf(folder: string): ReadonlyMap<string, string> {
  return new Map([...(readOut(folder) ?? [])].map(([path, bytes]) => [path, sha256(bytes)]));
}

describe('to a folder', () => {
  test('each team gets its files of the run, byte by byte, with a manifest', async () => {
    const folder = tempFolder();
    const { args, outFolder } = twoTeams(folder, SCORES);
    const run = await runMuster([...args, '--deliver', 'teams/daily'], { cwd: folder });
    expect(run.exit, run.stderr).toBe(0);
    const place = join(folder, 'teams', 'daily');
    expect(Object.keys(readTexts(place)).sort()).toEqual(PATHS);
    for (const path of PATHS.filter((each) => !each.endsWith('.json'))) {
      const own = readFileSync(join(outFolder, path.split('/').at(-1) ?? ''));
      expect(readFileSync(join(place, path)).equals(own), path).toBe(true);
    }
    expect(readFileSync(join(place, HIGH), 'utf8')).toBe(lines('id,score', '1,80', '4,50'));
    const manifest: unknown = JSON.parse(readFileSync(join(place, PATHS[2] ?? ''), 'utf8'));
    const [csv, parquet] = ['low.csv', 'low.parquet'].map((name) => {
      const bytes = readFileSync(join(outFolder, name));
      return { name, rows: 1, bytes: bytes.length, sha256: sha256(bytes) };
    });
    expect(manifest).toEqual({
      recipe: 'two-teams',
      version: '2.1.0',
      as_of: AS_OF,
      params: { least: 50 },
      team: 'customer_success',
      files: [csv, parquet],
    });
  });

  test('a run says what it took where', async () => {
    const folder = tempFolder();
    const { args } = twoTeams(folder, SCORES);
    const { stdout } = await runMuster([...args, '--deliver', 'teams'], { cwd: folder });
    expect(stdout).toContain(
      lines(
        'Delivered to teams:',
        `  marketing         marketing/snapshot_date=${AS_OF}: high.csv`,
        `  customer_success  customer_success/snapshot_date=${AS_OF}: low.csv, low.parquet`,
      ),
    );
    const { stdout: json } = await runMuster([...args, '--deliver', 'teams', '--json'], { cwd: folder });
    expect(JSON.parse(json)).toMatchObject({ balanced: true });
  });

  test('delivered again, a day is replaced, and other days and files of others stay', async () => {
    const folder = tempFolder();
    const place = join(folder, 'teams');
    const { args } = twoTeams(folder, SCORES);
    await runMuster([...args, '--deliver', place, '--as-of', '2026-11-19']);
    writeFiles(place, { 'notes.txt': 'mine', [`${HIGH}.reply`]: 'thanks' });
    await runMuster([...args, '--deliver', place]);
    const first = readTexts(place);
    expect(Object.keys(first)).toHaveLength(12);
    await runMuster([...args, '--deliver', place]);
    expect(readTexts(place)).toEqual(first);
    await runMuster([...args, '--deliver', place, '--param', 'least=60']);
    expect(readTexts(place)).toMatchObject({
      [HIGH]: lines('id,score', '1,80'),
      [HIGH.replace(AS_OF, '2026-11-19')]: lines('id,score', '1,80', '4,50'),
      'notes.txt': 'mine',
      [`${HIGH}.reply`]: 'thanks',
    });
    expect(Object.keys(readTexts(place))).toEqual(Object.keys(first));
  });

  test('a run that does not balance delivers nothing and says so', async () => {
    const folder = tempFolder();
    const place = join(folder, 'teams');
    const { args } = twoTeams(folder, SCORES, { loses: true });
    const run = await runMuster([...args, '--deliver', place]);
    expect([run.exit, run.stderr]).toEqual([
      3,
      'muster: Nothing was delivered, as the run does not balance.\n',
    ]);
    expect(run.stdout).not.toContain('Delivered to');
    expect(existsSync(place)).toBe(false);
  });

  test('killed the moment it touches the place, it leaves the delivery of before or the new one for all teams', async () => {
    const folder = tempFolder();
    const place = join(folder, 'teams');
    const before = twoTeams(join(folder, 'before'), SCORES);
    const after = twoTeams(join(folder, 'after'), [...SCORES, [5, 90], [6, 10]]);
    const hidden = { TMPDIR: join(folder, 'tmp') };
    mkdirSync(hidden.TMPDIR);
    await runMuster([...after.args, '--deliver', join(folder, 'whole')]);
    await runMuster([...before.args, '--deliver', place]);
    const states = [hashesOf(place), hashesOf(join(folder, 'whole'))].map((each) =>
      JSON.stringify([...each].sort()),
    );
    const seen: number[] = [];
    for (let touch = 1; touch <= 8; touch++) {
      if (seen.at(-1) !== 0) await runMuster([...before.args, '--deliver', place]);
      await killAtTouch([...after.args, '--deliver', place], place, touch, hidden);
      // The next command puts right what a killed one has left, even if it fails itself.
      const next = await runMuster([...after.args, '--in', join(folder, 'nowhere'), '--deliver', place]);
      expectFailed(next);
      const state = states.indexOf(JSON.stringify([...hashesOf(place)].sort()));
      expect(state, `killed at touch ${touch}`).toBeGreaterThanOrEqual(0);
      seen.push(state);
    }
    expect(seen, 'one was killed before it counted').toContain(0);
  });

  test.each([
    { where: 'out/teams', says: 'is within' },
    { where: 'in', says: 'is within' },
    { where: 'in/people.csv', says: 'is within' },
    { where: 'a-file', says: 'is a file, not a folder.' },
    { where: 'a-file/deep', says: 'is a file, not a folder.' },
  ])('$where is refused before the work', async ({ where, says }) => {
    const folder = tempFolder();
    const { args, outFolder } = twoTeams(folder, SCORES);
    writeFiles(folder, { 'a-file': 'x' });
    const run = await runMuster([...args, '--deliver', where], { cwd: folder });
    expectFailed(run, says);
    expect(existsSync(outFolder)).toBe(false);
  });

  test('a folder without the right to write is refused before the work', async ({ skip }) => {
    if (process.getuid?.() !== 0) skip('only root can run as somebody else');
    const folder = tempFolder();
    const { args } = twoTeams(folder, SCORES);
    const place = join(folder, 'teams');
    mkdirSync(place);
    chmodSync(place, 0o555);
    chmodSync(folder, 0o777);
    const run = await runMuster([...args, '--deliver', place], { uid: 65_534 });
    expectFailed(run, `${place}: permission is denied.`);
  });

  test('what makes no sense is wrong usage', async () => {
    const folder = tempFolder();
    const { args } = twoTeams(folder, SCORES);
    const whole = ['--in', folder, '--out', join(folder, 'out')];
    const without = await runMuster(['run', 'eligible-audience', ...whole, '--deliver', 'teams']);
    expectWrongUsage(without, 'The recipe eligible-audience has no files for teams.');
    expectWrongUsage(
      await runMuster([...args, '--deliver', 'ftp://host/x']),
      'a folder or s3://bucket/prefix',
    );
    expectWrongUsage(await runMuster([...args, '--s3-endpoint', 'http://host']), '--s3-endpoint goes with');
    expectWrongUsage(
      await runMuster([...args, '--deliver', 'x', '--s3-endpoint', 'http://host']),
      '--s3-endpoint is for',
    );
    expectWrongUsage(
      await runMuster([...args, '--deliver', 's3://teams', '--s3-endpoint', 'host']),
      'no address',
    );
  });
});

describe('to a local stand-in for S3, which is no S3 server but checks signatures and parts as one', () => {
  test('each team gets the same files under the same keys', async () => {
    const folder = tempFolder();
    const s3 = await startS3();
    const { args } = twoTeams(folder, SCORES);
    await runMuster([...args, '--deliver', join(folder, 'teams')]);
    const run = await runMuster(
      [...args, '--deliver', `s3://${BUCKET}/daily`, '--s3-endpoint', s3.endpoint],
      { env: s3Environment() },
    );
    expect([run.exit, run.stderr]).toEqual([0, '']);
    expect(run.stdout).toContain(`Delivered to s3://${BUCKET}/daily:`);
    const keys = [...s3.store.objects].map(([key, { body }]) => [key, sha256(body)] as const);
    const files = [...hashesOf(join(folder, 'teams'))].map(
      ([path, hash]) => [`daily/${path}`, hash] as const,
    );
    expect(new Map(keys)).toEqual(new Map(files));
    expect(s3.store.uploads.size).toBe(0);
  });

  test('a run that does not balance delivers nothing', async () => {
    const s3 = await startS3();
    const { args } = twoTeams(tempFolder(), SCORES, { loses: true });
    const env = { ...s3Environment(), AWS_ENDPOINT_URL_S3: s3.endpoint };
    const run = await runMuster([...args, '--deliver', `s3://${BUCKET}`], { env });
    expect([run.exit, run.stderr]).toEqual([
      3,
      'muster: Nothing was delivered, as the run does not balance.\n',
    ]);
    expect([s3.texts(), s3.store.uploads.size]).toEqual([{}, 0]);
  });

  test('where the bucket is not there, the run does not begin', async () => {
    const s3 = await startS3();
    const { args, outFolder } = twoTeams(tempFolder(), SCORES);
    const env = { ...s3Environment(), AWS_ENDPOINT_URL: s3.endpoint };
    const run = await runMuster([...args, '--deliver', 's3://other/daily'], { env });
    expectFailed(run, 'has no bucket other.');
    expect(existsSync(outFolder)).toBe(false);
  });

  test('parts that are refused leave bucket, results and workspace as they were', async () => {
    const folder = tempFolder();
    const s3 = await startS3();
    const { args, outFolder } = twoTeams(folder, SCORES);
    s3.trouble((operation) =>
      operation === 'UploadPart' ? new S3Refusal(403, 'AccessDenied', 'no') : undefined,
    );
    const place = ['--deliver', `s3://${BUCKET}`, '--s3-endpoint', s3.endpoint];
    const run = await runMuster([...args, ...place], { env: s3Environment() });
    expectFailed(run, 'denies access.');
    expect([s3.texts(), s3.store.uploads.size, existsSync(outFolder)]).toEqual([{}, 0, false]);
  });

  test('where it stops halfway, it says which teams are new and that the results are there', async () => {
    const folder = tempFolder();
    const s3 = await startS3();
    const { args, outFolder } = twoTeams(folder, SCORES);
    s3.trouble((operation, key) => {
      const isHit = operation === 'CompleteMultipartUpload' && key.startsWith('customer_success');
      return isHit ? new S3Refusal(403, 'AccessDenied', 'no') : undefined;
    });
    const place = ['--deliver', `s3://${BUCKET}`, '--s3-endpoint', s3.endpoint];
    const run = await runMuster([...args, ...place], { env: s3Environment() });
    expectFailed(
      run,
      'New: marketing. As before: customer_success.',
      `The results of the run are in ${outFolder}.`,
    );
    expect(s3.store.uploads.size).toBe(0);
    expect(existsSync(join(outFolder, 'high.csv'))).toBe(true);
  });

  test.each(['SIGINT', 'SIGTERM'] as const)(
    '%s takes the uploads back, and nothing appears',
    async (signal) => {
      const s3 = await startS3();
      const { args, outFolder } = twoTeams(tempFolder(), SCORES);
      let parts = 0;
      s3.trouble((operation) => {
        if (operation !== 'UploadPart') return undefined;
        parts++;
        return 'silence';
      });
      const place = ['--deliver', `s3://${BUCKET}`, '--s3-endpoint', s3.endpoint];
      const child = startMuster([...args, ...place], { env: s3Environment() });
      await vi.waitFor(() => expect(parts).toBe(2), { timeout: 20_000 });
      expect(s3.store.uploads.size).toBe(5);
      child.kill(signal);
      expect(await ended(child)).toBe(signal === 'SIGINT' ? 130 : 143);
      expect([s3.texts(), s3.store.uploads.size, existsSync(outFolder)]).toEqual([{}, 0, false]);
    },
  );
});

/** Kills a run at its so-manieth touch of the place or of a team's folder in it. */
async function killAtTouch(
  args: readonly string[],
  place: string,
  touch: number,
  env: Readonly<Record<string, string>>,
): Promise<void> {
  const child = startMuster(args, { env });
  let touches = 0;
  const onTouch = () => {
    if (++touches === touch) child.kill('SIGKILL');
  };
  const folders = [place, join(place, 'marketing'), join(place, 'customer_success')];
  const watchers = folders.map((folder) => watch(folder, onTouch));
  await ended(child);
  for (const watcher of watchers) watcher.close();
}

function ended(child: ReturnType<typeof startMuster>): Promise<number | null> {
  const { promise, resolve } = Promise.withResolvers<number | null>();
  child.stdout.resume();
  child.stderr.resume();
  child.on('close', (exit) => resolve(exit));
  return promise;
}
