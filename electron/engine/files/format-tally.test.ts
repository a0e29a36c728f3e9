import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DATE_FORMATS } from '../../contract/file-formats.ts';
import { type Formats, formatsOf, formattedReader } from '../ingest/value-formats.ts';
import { type ColumnType, Fault } from '../ingest/values.ts';
import type { Column } from '../recipe/recipe.ts';
import type { RejectedText } from './faulty-texts.ts';
import { countOf, rescuedBy, tallyFormats } from './format-tally.ts';

const columnOf = (type: ColumnType) => ({ name: 'value', type, required: true }) as unknown as Column;

/** The texts of a column that are faulty as they are, each the only fault of its record. */
function faultyOf(type: ColumnType, texts: readonly string[]): readonly RejectedText[] {
  const read = formattedReader(type, undefined);
  return texts
    .map((text, index) => ({ line: index + 2, text, faulty: read(text) instanceof Fault, alone: true }))
    .filter(({ faulty }) => faulty);
}

function agrees(type: ColumnType, texts: readonly string[], chosen: Formats): void {
  const faulty = faultyOf(type, texts);
  const { classes, total } = tallyFormats(columnOf(type), formatsOf(type.kind), undefined, faulty);
  expect(total).toBe(faulty.length);
  expect(countOf(classes)).toBe(total);
  const read = formattedReader(type, chosen);
  const accepted = faulty.filter(({ text }) => !(read(text) instanceof Fault)).length;
  expect(rescuedBy(classes, chosen)).toBe(accepted);
}

test('what dates in chosen formats would be accepted is told as it then comes', () => {
  const part = fc.integer({ min: 1, max: 31 }).map(String);
  const text = fc.oneof(
    fc
      .tuple(part, part, fc.constantFrom('/', '.'))
      .map(([one, other, sign]) => `${one}${sign}${other}${sign}2025`),
    fc.constantFrom('20250331', '2025/3/31', '2025-03-31', 'soon', '31/03/2025 9:05', '20251331'),
  );
  const chosen = fc.subarray([...DATE_FORMATS], { minLength: 1 });
  fc.assert(
    fc.property(fc.array(text), chosen, (texts, formats) => agrees({ kind: 'date' }, texts, formats)),
  );
});

test('what amounts in a chosen format would be accepted is told as it then comes, limits included', () => {
  const text = fc.constantFrom(
    ...[
      '$1,234.50',
      '-$5.00',
      '1.234,50 EUR',
      '1 234',
      '(12.50)',
      '(12)',
      '€ 12',
      '12,5',
      'N/A',
      '12,345',
      '99,999,999',
    ],
  );
  const type: ColumnType = { kind: 'decimal', least: -100_000n, most: 20_000_000n };
  fc.assert(
    fc.property(fc.array(text), fc.constantFrom(...formatsOf('decimal')), (texts, format) =>
      agrees(type, texts, format),
    ),
  );
});

test('a class keeps its first lines alone, however many texts it has', () => {
  const texts = faultyOf(
    { kind: 'date' },
    Array.from({ length: 1000 }, () => '31/03/2025'),
  );
  const { classes } = tallyFormats(columnOf({ kind: 'date' }), formatsOf('date'), undefined, texts);
  expect(classes).toHaveLength(1);
  expect(classes[0]).toMatchObject({ count: 1000, rescued: new Map([['day-month-year', 1000]]) });
  expect(classes[0]?.examples.map(({ line }) => line)).toEqual([2, 3, 4]);
});

test('a value beyond the limits of its column is read as it is, and one that cannot be read is not', () => {
  const type: ColumnType = { kind: 'decimal', least: 0n };
  const rejected = ['-5', 'N/A', '7'].map((text, index) => ({
    line: index + 2,
    text,
    faulty: false,
    alone: true,
  }));
  expect(tallyFormats(columnOf(type), formatsOf('decimal'), undefined, rejected)).toMatchObject({
    ...{ total: 0, sound: 2, firstSound: { line: 2, text: '-5' } },
  });
});
