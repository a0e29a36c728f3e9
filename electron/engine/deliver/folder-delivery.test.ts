import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { about, aDelivery, delivered, type TeamTexts, withoutManifests } from '../testing/a-delivery.ts';
import { readTexts, writeTexts } from '../testing/file-texts.ts';
import { tempFolder } from '../testing/temp-folder.ts';
import { checkPlace, prepareDelivery } from './prepare-delivery.ts';

const DAY = '2026-11-20';
const DAY_BEFORE = '2026-11-19';

const FIRST: TeamTexts = { marketing: { 'high.csv': 'id\n1\n' }, service: { 'low.csv': 'id\n2\n' } };
const SECOND: TeamTexts = { marketing: { 'top.csv': 'id\n3\n' }, service: { 'low.csv': 'id\n4\n5\n' } };

async function prepare(folder: string, teams: TeamTexts, asOf = DAY) {
  return prepareDelivery({ kind: 'folder', folder }, aDelivery(teams), about(asOf));
}

/** Does as a run does: prepares, places and tidies up. */
async function deliver(folder: string, teams: TeamTexts, asOf = DAY): Promise<void> {
  const delivery = await prepare(folder, teams, asOf);
  try {
    await delivery.place();
  } finally {
    await delivery.discard();
  }
}

async function check(folder: string, { inFolder = '/nowhere/in', outFolder = '/nowhere/out' } = {}) {
  await checkPlace({ kind: 'folder', folder }, ['marketing', 'service'], DAY, { inFolder, outFolder });
}

/** Names at the top of a folder, hidden ones too. */
function top(folder: string): readonly string[] {
  return readdirSync(folder).sort();
}

/** The number of a process that has ended. */
function deadPid(): number {
  return spawnSync(process.execPath, ['--version']).pid;
}

describe('each team gets its files', () => {
  test('in a folder of its own for the day, in a place that is not there yet', async () => {
    const root = tempFolder();
    const place = join(root, 'deep', 'place');
    await deliver(place, FIRST);
    expect(withoutManifests(readTexts(place))).toEqual(delivered(FIRST, DAY));
    expect(top(place)).toEqual(['marketing', 'service']);
    expect(top(root)).toEqual(['deep']);
  });

  test('with a manifest that says what they are and what they are made of', async () => {
    const place = tempFolder();
    await deliver(place, FIRST);
    const { [`marketing/snapshot_date=${DAY}/manifest.json`]: manifest = '' } = readTexts(place);
    expect(JSON.parse(manifest)).toEqual({
      recipe: 'members',
      version: '1.0.0',
      as_of: DAY,
      params: { days: 14 },
      team: 'marketing',
      files: [
        {
          name: 'high.csv',
          rows: 1,
          bytes: 5,
          sha256: '7cde7fb64fd82bd152710cf238e017b9ab46c0592483edc067ba4f6c75fac108',
        },
      ],
    });
  });

  test('and nothing is seen of them before they are placed', async () => {
    const place = tempFolder();
    await deliver(place, FIRST);
    const before = readTexts(place);
    const delivery = await prepare(place, SECOND);
    const visible = Object.entries(readTexts(place)).filter(([path]) => !/(^|\/)\./.test(path));
    expect(Object.fromEntries(visible)).toEqual(before);
    await delivery.discard();
    expect(readTexts(place)).toEqual(before);
    expect(top(place)).toEqual(['marketing', 'service']);
    expect(top(join(place, 'marketing'))).toEqual([`snapshot_date=${DAY}`]);
  });

  test('as files of their own, which later changes of the run’s files do not touch', async () => {
    const place = tempFolder();
    const teams = aDelivery(FIRST);
    const delivery = await prepareDelivery({ kind: 'folder', folder: place }, teams, about(DAY));
    await delivery.place();
    await delivery.discard();
    writeTexts('/', { [teams[0]?.files[0]?.path ?? '']: 'changed' });
    expect(withoutManifests(readTexts(place))).toEqual(delivered(FIRST, DAY));
  });
});

describe('delivered again', () => {
  test('a day’s files are replaced, and none of the earlier ones stays', async () => {
    const place = tempFolder();
    await deliver(place, FIRST);
    await deliver(place, SECOND);
    expect(withoutManifests(readTexts(place))).toEqual(delivered(SECOND, DAY));
  });

  test('other days and other people’s files stay', async () => {
    const place = tempFolder();
    const others = {
      'notes.txt': 'mine',
      'sales/x.csv': 'sales',
      [`marketing/snapshot_date=${DAY}/reply.txt`]: 'thanks',
      [`marketing/snapshot_date=${DAY}/sub/deep.txt`]: 'deep',
    };
    await deliver(place, FIRST, DAY_BEFORE);
    writeTexts(place, others);
    await deliver(place, FIRST);
    await deliver(place, SECOND);
    expect(withoutManifests(readTexts(place))).toEqual({
      ...others,
      ...delivered(FIRST, DAY_BEFORE),
      ...delivered(SECOND, DAY),
    });
  });

  test('the same files change nothing', async () => {
    const place = tempFolder();
    await deliver(place, FIRST);
    const before = readTexts(place);
    await deliver(place, FIRST);
    expect(readTexts(place)).toEqual(before);
  });

  test('in whatever order, a place holds exactly the last delivery of each day', async () => {
    const texts = fc.dictionary(
      fc.constantFrom('a.csv', 'b.csv', 'c.parquet'),
      fc.string({ maxLength: 5, unit: 'grapheme-ascii' }),
      { minKeys: 1 },
    );
    const teams = fc.dictionary(fc.constantFrom('marketing', 'service', 'product'), texts, {
      minKeys: 3,
      noNullPrototype: true,
    });
    const days = fc.constantFrom('2026-11-18', DAY_BEFORE, DAY);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(days, teams), { maxLength: 6 }), async (deliveries) => {
        const place = tempFolder();
        for (const [day, each] of deliveries) await deliver(place, each, day);
        const last = new Map(deliveries);
        const expected = [...last].map(([day, each]) => delivered(each, day));
        expect(withoutManifests(readTexts(place))).toEqual(Object.assign({}, ...expected));
      }),
      { numRuns: 25 },
    );
  });
});

describe('all teams or none', () => {
  test('a delivery that is given up leaves no folder where there was none', async () => {
    const root = tempFolder();
    const delivery = await prepare(join(root, 'deep', 'place'), FIRST);
    await delivery.discard();
    expect(top(root)).toEqual([]);
  });

  test('a file that is no more what the run wrote stops it before anything appears', async () => {
    const root = tempFolder();
    const teams = aDelivery(FIRST);
    writeTexts('/', { [teams[1]?.files[0]?.path ?? '']: 'other' });
    const place = join(root, 'place');
    await expect(prepareDelivery({ kind: 'folder', folder: place }, teams, about(DAY))).rejects.toThrow(
      'low.csv was changed while it was delivered.',
    );
    expect(top(root)).toEqual([]);
  });

  test('a folder in the place of a file stops it before anything appears', async () => {
    const place = tempFolder();
    await deliver(place, FIRST);
    const inTheWay = { [`service/snapshot_date=${DAY}/late.csv/notes.txt`]: 'mine' };
    writeTexts(place, inTheWay);
    const before = readTexts(place);
    await expect(deliver(place, { ...SECOND, service: { 'late.csv': 'x' } })).rejects.toThrow(
      'late.csv is a folder where a file is to be written.',
    );
    expect(readTexts(place)).toEqual(before);
    expect(top(place)).toEqual(['marketing', 'service']);
  });

  test.each([
    { before: 'an earlier delivery', earlier: FIRST },
    { before: 'nothing', earlier: undefined },
  ])('where the last team cannot get its files, every team has $before again', async ({ earlier }) => {
    const place = tempFolder();
    if (earlier) await deliver(place, earlier);
    const others = { [`marketing/snapshot_date=${DAY}/top.csv`]: 'somebody else’s' };
    writeTexts(place, others);
    const before = readTexts(place);
    const delivery = await prepare(place, SECOND);
    const hidden = top(join(place, 'service')).find((name) => name.startsWith('.'));
    rmSync(join(place, 'service', hidden ?? ''), { recursive: true });
    await expect(delivery.place()).rejects.toThrow();
    await delivery.discard();
    expect(readTexts(place)).toEqual(before);
    expect(top(place)).toEqual(earlier ? ['marketing', 'service'] : ['marketing']);
  });
});

describe('after a delivery that was killed', () => {
  /** Leaves a place as a process does that is killed at a moment of `place`; the moves that it had done are those of these teams. */
  async function killed(place: string, decided: boolean, moved: readonly string[]): Promise<void> {
    const delivery = await prepare(place, SECOND);
    const pid = deadPid();
    const own = join(place, `.muster-delivery-${process.pid}`);
    const kept = join(tempFolder(), 'kept');
    // What a killed process leaves is taken aside, and put back once this process has tidied up.
    renameSync(own, kept);
    await delivery.discard();
    mkdirSync(place, { recursive: true });
    renameSync(kept, join(place, `.muster-deliver${decided ? 'ed' : 'y'}-${pid}`));
    for (const team of moved) {
      const target = join(place, team, `snapshot_date=${DAY}`);
      rmSync(target, { recursive: true, force: true });
      const files = join(place, `.muster-delivered-${pid}`, 'files', team, `snapshot_date=${DAY}`);
      writeTexts(target, readTexts(files));
    }
  }

  test('while it was filled, the next one finds nothing of it', async () => {
    const place = tempFolder();
    await deliver(place, FIRST);
    await killed(place, false, []);
    await check(place);
    expect(withoutManifests(readTexts(place))).toEqual(delivered(FIRST, DAY));
  });

  test.each([{ moved: [] }, { moved: ['marketing'] }, { moved: ['marketing', 'service'] }])(
    'once it counted, with $moved moved, the next one finishes it for all teams',
    async ({ moved }) => {
      const place = tempFolder();
      await deliver(place, FIRST);
      await killed(place, true, moved);
      await check(place);
      expect(withoutManifests(readTexts(place))).toEqual(delivered(SECOND, DAY));
      expect(top(place)).toEqual(['marketing', 'service']);
    },
  );

  test('the delivery of a process that is at work is neither finished nor removed', async () => {
    const place = tempFolder();
    writeTexts(place, { [`.muster-delivery-${process.ppid}/files/x`]: 'x' });
    await expect(check(place)).rejects.toThrow(`at work, in process ${process.ppid}`);
    expect(existsSync(join(place, `.muster-delivery-${process.ppid}/files/x`))).toBe(true);
  });

  test('two deliveries of one process to the same place do not mix', async () => {
    const place = tempFolder();
    const first = await prepare(place, FIRST);
    await expect(prepare(place, SECOND)).rejects.toThrow('at work');
    await first.place();
    await first.discard();
    expect(withoutManifests(readTexts(place))).toEqual(delivered(FIRST, DAY));
  });
});

describe('before the work', () => {
  test('a place within the folder of the results or of the input is refused, through links and before it is there', async () => {
    const root = tempFolder();
    const [inFolder, outFolder] = [join(root, 'in'), join(root, 'out')];
    mkdirSync(inFolder);
    symlinkSync(outFolder, join(root, 'link'));
    for (const place of [outFolder, join(outFolder, 'deep'), inFolder, join(inFolder, 'deep')]) {
      await expect(check(place, { inFolder, outFolder }), place).rejects.toThrow(`${place} is within `);
    }
    mkdirSync(outFolder);
    const linked = join(root, 'link', 'deep');
    await expect(check(linked, { inFolder, outFolder })).rejects.toThrow('the folder of the results');
    await check(join(root, 'outer'), { inFolder, outFolder });
    await check(root, { inFolder, outFolder });
  });

  test('results within the folder of a team are refused', async () => {
    const place = tempFolder();
    const outFolder = join(place, 'service', 'out');
    await expect(check(place, { outFolder })).rejects.toThrow(`is within ${join(place, 'service')}`);
  });

  test.each(['.', 'deep', 'service', `service/snapshot_date=${DAY}`])(
    'a file in the place of a folder is refused by name: place/%s',
    async (path) => {
      const root = tempFolder();
      const file = join(root, 'place', path === 'deep' ? '.' : path);
      writeTexts(root, { [join('place', path === 'deep' ? '.' : path)]: 'a file' });
      const place = path === 'deep' ? join(root, 'place', 'deep') : join(root, 'place');
      await expect(check(place)).rejects.toThrow(`${file} is a file, not a folder.`);
    },
  );

  test('a link to what is not there is refused by name', async () => {
    const root = tempFolder();
    symlinkSync('nowhere', join(root, 'place'));
    await expect(check(join(root, 'place'))).rejects.toThrow('place is a link to what is not there.');
  });

  test('a folder that may not be written to is refused by name', async ({ skip }) => {
    if (process.getuid?.() === 0) skip('root may write everywhere');
    const place = tempFolder();
    chmodSync(place, 0o555);
    onTestFinished(() => chmodSync(place, 0o755));
    await expect(check(place)).rejects.toThrow(`${place}: permission is denied.`);
  });
});
