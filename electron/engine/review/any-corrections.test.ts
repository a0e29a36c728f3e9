import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CorrectionResult } from '../../contract/quarantine.ts';
import { Failure } from '../failure.ts';
import { BOOKINGS, type Review, reviewedTables } from '../testing/a-review.ts';
import { aColumn, aRecipe, aRequired, aSource } from '../testing/a-source.ts';
import { contentOf, load } from '../testing/load.ts';
import { replaceFiles, tempFolder } from '../testing/temp-folder.ts';
import { count } from '../workspace/database.ts';
import { openTemporaryWorkspace, type Workspace } from '../workspace/workspace.ts';
import { correct, correctRecord, setAside, switchAct } from './make-corrections.ts';

// Two keys, of which one may be empty and is of two columns.
const SOURCE = aSource(
  'booking',
  [...BOOKINGS.columns, aColumn('partner', 'id'), aRequired('note', 'text')],
  { unique: [['booking_id'], ['partner', 'booked_on']] },
);

const HEADER = SOURCE.columns.map(({ name }) => name);
const COLUMN_TEXTS = ['', 'a', 'b', '1', '1', '1', 'N/A', ' N/A', '2026-01-02', 'paid', 'x'];

const cell = fc.constantFrom(...COLUMN_TEXTS);
const cells = fc.array(cell, { minLength: HEADER.length, maxLength: HEADER.length });
const row = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(
      cell,
      fc.constantFrom('1', '2.5', 'N/A', ''),
      fc.constantFrom('2026-01-02', 'x', ''),
      fc.constantFrom('paid', 'x', ''),
      fc.constantFrom('a', 'b', ''),
      fc.constantFrom('a', ''),
    ),
  },
  { weight: 1, arbitrary: fc.array(cell, { minLength: 1, maxLength: 8 }) },
);
const files = fc.array(fc.array(row, { maxLength: 9 }), { minLength: 1, maxLength: 3 });

const pick = fc.nat(1000);
const anAct = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('cell' as const),
      pick,
      column: fc.constantFrom(...HEADER),
      text: cell,
      all: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('record' as const), pick, cells }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('aside' as const), pick }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('aside all' as const), column: fc.constantFrom(...HEADER) }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('switch' as const), pick, active: fc.boolean() }) },
);

type AnAct = typeof anAct extends fc.Arbitrary<infer Value> ? Value : never;

test('whatever is corrected and switched, every record is in one place, and only what is active counts', async () => {
  let changes = 0;
  await fc.assert(
    fc.asyncProperty(files, fc.array(anAct, { maxLength: 14 }), pick, async (all, acts, seed) => {
      const { workspace, folder } = await loaded(all);
      try {
        const review = reviewOf(workspace);
        const fresh = reviewedTables(workspace.db, SOURCE);
        for (const act of acts) {
          changes += doAct(review, act)?.changed ?? 0;
          expectWhole(review);
        }
        const reached = reviewedTables(workspace.db, SOURCE);

        // The same files, loaded where the corrections are there already.
        const other = openTemporaryWorkspace();
        try {
          copyCorrections(workspace, other);
          await load(other, folder, SOURCE);
          expect(reviewedTables(other.db, SOURCE)).toEqual(reached);
        } finally {
          other.close();
        }

        // One file after the other, with the corrections applied in between.
        const grown = openTemporaryWorkspace();
        try {
          copyCorrections(workspace, grown);
          await load(grown, tempFolder(textsOf(all.slice(0, 1))), SOURCE);
          await load(grown, folder, SOURCE);
          expect(reviewedTables(grown.db, SOURCE)).toEqual(reached);
        } finally {
          grown.close();
        }

        // All off, then those that were active on again in any order.
        const active = workspace.db
          .prepare<[], number>('select distinct act from correction where active')
          .pluck()
          .all();
        for (const act of active) switchAct(review, { act, active: false });
        expect(reviewedTables(workspace.db, SOURCE)).toEqual(fresh);
        const rotated = active.map((_, index) => active[(index * 7 + seed) % active.length] ?? 0);
        for (const act of [...rotated, ...active]) switchAct(review, { act, active: true });
        expect(reviewedTables(workspace.db, SOURCE)).toEqual(reached);
      } finally {
        workspace.close();
      }
    }),
    { numRuns: 40 },
  );
  expect(changes).toBeGreaterThan(50);
});

function doAct(review: Review, act: AnAct): CorrectionResult | undefined {
  const { db } = review;
  const rejected = db
    .prepare<[], bigint>('select record from quarantine order by record')
    .pluck()
    .safeIntegers()
    .all();
  const recordOf = (at: number) => rejected[at % Math.max(rejected.length, 1)] ?? 0n;
  try {
    switch (act.kind) {
      case 'cell':
        return correct(review, {
          ...act,
          ...faultyColumn(review, recordOf(act.pick)),
          record: recordOf(act.pick),
        });
      case 'record':
        return correctRecord(review, { record: recordOf(act.pick), cells: act.cells });
      case 'aside':
        return setAside(review, { records: [String(recordOf(act.pick))], note: 'one' });
      case 'aside all':
        return setAside(review, { records: { column: act.column }, note: 'all' });
      case 'switch': {
        const made = count(db, 'select coalesce(max(act), 0) from correction');
        return switchAct(review, { act: 1 + (act.pick % Math.max(made, 1)), active: act.active });
      }
    }
  } catch (error) {
    if (error instanceof Failure) return undefined;
    throw error;
  }
}

/** Mostly it is a faulty column that is corrected. */
function faultyColumn({ db }: Review, record: bigint): { readonly column?: string } {
  const column = db
    .prepare<[bigint], string>(
      'select column_name from fault where record = ? and not lifted and column_name is not null',
    )
    .pluck()
    .get(record);
  return column === undefined ? {} : { column };
}

/** Read is accepted and rejected, by the figures and by the records; no two accepted records have a key. */
function expectWhole({ db }: Review): void {
  const parted = count(db, 'select count(*) from import where read <> accepted + rejected');
  const inBoth = count(
    db,
    "select count(*) from quarantine where (state = 'corrected') <> (record in (select record from source_booking))",
  );
  const unsaid = count(
    db,
    `select count(*) from quarantine
     where (state = 'corrected') = exists (select 1 from fault where fault.record = quarantine.record and not lifted)`,
  );
  const twice = count(
    db,
    `select count(*) from (select 1 from source_booking group by booking_id having count(*) > 1 union all
       select 1 from source_booking where partner is not null and booked_on is not null group by partner, booked_on having count(*) > 1)`,
  );
  expect({ parted, inBoth, unsaid, twice }).toEqual({ parted: 0, inBoth: 0, unsaid: 0, twice: 0 });
}

async function loaded(all: readonly (readonly (readonly string[])[])[]) {
  const workspace = openTemporaryWorkspace();
  const folder = tempFolder();
  replaceFiles(folder, textsOf(all));
  await load(workspace, folder, SOURCE);
  contentOf(workspace.db, SOURCE);
  return { workspace, folder };
}

function textsOf(all: readonly (readonly (readonly string[])[])[]) {
  return Object.fromEntries(
    all.map((rows, index) => [
      `booking-${index}.csv`,
      `${[HEADER, ...rows].map((each) => each.map((text) => `"${text}"`).join(',')).join('\n')}\n`,
    ]),
  );
}

function reviewOf(workspace: Workspace): Review {
  return {
    workspace,
    db: workspace.db,
    folder: '',
    recipe: aRecipe(SOURCE),
    check: () => {},
    record: () => 0n,
  };
}

function copyCorrections(from: Workspace, to: Workspace): void {
  const rows = from.db
    .prepare<[], Record<string, unknown>>('select * from correction order by correction')
    .all();
  for (const each of rows) {
    const columns = Object.keys(each);
    to.db
      .prepare(`insert into correction (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`)
      .run(...Object.values(each));
  }
}
