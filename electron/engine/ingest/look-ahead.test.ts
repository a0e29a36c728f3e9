import { join } from 'node:path';
import { constants, gzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import { Failure } from '../failure.ts';
import { aColumn, aRequired, aSource } from '../testing/a-source.ts';
import { aWorkspace } from '../testing/a-workspace.ts';
import { contentOf, load } from '../testing/load.ts';
import { tempFolder } from '../testing/temp-folder.ts';
import { openInput } from './input-file.ts';
import { type LookAhead, lookAhead, type SourceFile } from './look-ahead.ts';

const PEOPLE = aSource('people', [aRequired('person_id', 'id'), aColumn('name', 'text')]);
const VISITS = aSource('visits', [aColumn('visit_id', 'id'), aColumn('a', 'text')]);

const SMALL = 'person_id,name\n1,Ann\n\n2,"B\no"\n';
/** Enough to be worth a thread; its delimiter is told by its columns alone, and its records by its delimiter. */
const LARGE = `visit_id;x,y,z,u;a\n${`7;;${'x'.repeat(1020)}\n`.repeat(10_000)}8;;"a\nb"`;

type Content = string | Uint8Array;

function looked(people: Content, visits: Content, names = ['people.csv', 'visits.csv']) {
  const folder = tempFolder({ [names[0] ?? '']: people, [names[1] ?? '']: visits });
  const files = [PEOPLE, VISITS].map((source, index): SourceFile => {
    return { source, file: openInput(join(folder, names[index] ?? '')), reading: {} };
  });
  const look = lookAhead(files);
  onTestFinished(async () => {
    await look.stop();
    for (const { file } of files) file.close();
  });
  return { look, files };
}

async function foundOf(look: LookAhead, files: readonly SourceFile[]) {
  return Promise.all(
    files.map(async (file) => {
      const { encoding, firstLine } = await look.survey(file);
      return [encoding.encoding, firstLine, await look.count(file)];
    }),
  );
}

const withoutPacking = (text: Content) => gzipSync(text, { level: constants.Z_NO_COMPRESSION });

describe('lookAhead', () => {
  test.each<[about: string, visits: string, records: number]>([
    ['when it is asked', 'visit_id;x,y,z,u;a\n7;;"x\n"\n', 2],
    ['in a second thread', LARGE, 10_002],
  ])('surveys files and counts their records, each by its own delimiter, %s', async (_, visits, records) => {
    const { look, files } = looked(SMALL, visits);
    expect(await foundOf(look, files)).toEqual([
      ['utf-8', 'person_id,name', 3],
      ['utf-8', 'visit_id;x,y,z,u;a', records],
    ]);
    // Asked again it says the same.
    expect(await foundOf(look, files)).toEqual(await foundOf(look, files.slice()));
  });

  test('tells in words of what it cannot read in a second thread, and of the others what they are', async () => {
    const damaged = withoutPacking(LARGE).subarray(0, -20);
    const { look, files } = looked(SMALL, damaged, ['people.csv', 'visits.csv.gz']);
    const [people, visits] = files;
    if (!people || !visits) throw new Error('Two files were opened.');
    const refused = await look.survey(visits).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Failure);
    expect((refused as Failure).line).toBe(
      `${visits.file.path} is a damaged gzip file. Copy or export it again.`,
    );
    await expect(look.count(visits)).rejects.toBe(refused);
    expect(await look.count(people)).toBe(3);
  });

  test('can be stopped before it has found anything', async () => {
    const { look } = looked(SMALL, LARGE);
    await look.stop();
  });
});

test('large files are loaded like small ones, packed or not', async () => {
  for (const [name, content] of [
    ['visits.csv', LARGE],
    ['visits.csv.gz', withoutPacking(LARGE)],
  ] as const) {
    const workspace = aWorkspace();
    const folder = tempFolder({ 'people.csv': SMALL, [name]: content });
    await load(workspace, folder, PEOPLE, VISITS);
    expect(contentOf(workspace.db, PEOPLE)[0]?.read).toBe(2);
    const [visits] = contentOf(workspace.db, VISITS);
    expect([visits?.read, visits?.accepted.size]).toEqual([10_001, 10_001]);
    expect(visits?.accepted.get(10_002)).toEqual([8n, 'a\nb']);
  }
});
