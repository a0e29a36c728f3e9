import type { Assumption, Reading } from '../../contract/files.ts';
import { type Format, formatsOf, formattedReader } from '../ingest/value-formats.ts';
import { Fault } from '../ingest/values.ts';
import type { Column, Source } from '../recipe/recipe.ts';
import type { ReadableDb } from '../workspace/database.ts';
import type { AssumedFile } from './assume.ts';
import { type FaultyTexts, faultyTexts } from './faulty-texts.ts';
import type { HeadRecords } from './head.ts';

/** A format is proposed when it reads so many of a column's faulty texts, and such a share of them. */
const LEAST_READ = 5;
const LEAST_SHARE = 0.9;

/** Rows that are shown as a proof. */
const MOST_PROOF = 3;

const NAMES: Readonly<Record<Format, string>> = {
  'day-month-year': 'day/month/year',
  'month-day-year': 'month/day/year',
  'year-month-day': 'year/month/day',
  yyyymmdd: 'year, month and day without separators',
  plain: 'plain numbers like 1234.50',
  'decimal-point': 'numbers like 1,234.50',
  'decimal-comma': 'numbers like 1.234,50',
};

/** The formats of dates and numbers that the user decided, and those that would read what is faulty now. */
export function assumeFormats(
  db: ReadableDb,
  file: AssumedFile,
  source: Source,
  { rows }: HeadRecords,
): readonly Assumption[] {
  const faulty = faultyTexts(db, file.importNumber, file.places);
  const assumptions = source.columns.flatMap((column) => {
    const formats = formatsOf(column.type.kind);
    if (formats.length === 0) return [];
    const texts = faulty.get(column.name);
    const place = file.places[column.name] ?? -1;
    const sample = rows.map(({ line, cells }) => ({ line, text: (cells[place] ?? '').trim() }));
    return [
      ...decidedFormat(file, column, formats, sample),
      ...(texts ? proposedFormat(file, column, formats, texts, sample) : []),
    ];
  });
  return withAllAtOnce(file.reading, assumptions);
}

/** Where several columns have one proposal each, all of them at once as well: a record may need more than one to be accepted. */
function withAllAtOnce(reading: Reading, assumptions: readonly Assumption[]): readonly Assumption[] {
  const clear = assumptions.filter(({ certainty, alternatives }) => {
    return certainty === 'proposed' && alternatives.length === 1;
  });
  if (clear.length < 2) return assumptions;
  const formats: NonNullable<Reading['formats']> = Object.assign(
    { ...reading.formats },
    ...clear.map(({ alternatives: [only] }) => only?.reading.formats),
  );
  const columns = clear.map(({ column }) => {
    const format = column === null ? undefined : formats[column];
    return `${column} as ${format === undefined ? '' : NAMES[format]}`;
  });
  const all = { label: `Read ${columns.join(' and ')}, all at once`, reading: { ...reading, formats } };
  return assumptions.map((each) =>
    clear.includes(each) ? { ...each, alternatives: [all, ...each.alternatives] } : each,
  );
}

type Sample = readonly { readonly line: number; readonly text: string }[];

function decidedFormat(
  { name, reading, readingFrom }: AssumedFile,
  column: Column,
  formats: readonly Format[],
  sample: Sample,
): readonly Assumption[] {
  const format = reading.formats?.[column.name];
  if (format === undefined) return [];
  const by = readingFrom === null ? 'as you decided' : `as for ${readingFrom} before`;
  const filled = sample.filter(({ text }) => text !== '');
  const others = formats.filter(
    (other) => other !== format && filled.some(({ text }) => readsOtherwise(column, text, format, other)),
  );
  return [
    {
      about: aboutOf(column),
      column: column.name,
      sentence: `In ${name} ${column.name} is read as ${NAMES[format]}, ${by}.`,
      certainty: readingFrom === null ? 'decided' : 'assumed',
      proof: filled.slice(0, MOST_PROOF),
      alternatives: [
        { label: `Read ${column.name} without a format`, reading: withFormat(reading, column, undefined) },
        ...others.map((other) => ({
          label: `Read ${column.name} as ${NAMES[other]}`,
          reading: withFormat(reading, column, other),
        })),
      ],
    },
  ];
}

function proposedFormat(
  { name, reading }: AssumedFile,
  column: Column,
  formats: readonly Format[],
  { total, texts }: FaultyTexts,
  sample: Sample,
): readonly Assumption[] {
  const present = reading.formats?.[column.name];
  const able = formats
    .filter((format) => format !== present)
    .map((format) => {
      const read = formattedReader(column.type, format);
      return { format, fits: texts.filter(({ text }) => !(read(text) instanceof Fault)) };
    })
    .filter(({ fits }) => fits.length >= LEAST_READ && fits.length >= texts.length * LEAST_SHARE);
  const most = Math.max(...able.map(({ fits }) => fits.length));
  // One that reads more than the others is the one that is meant.
  const fitting = able.filter(({ fits }) => fits.length === most);
  const [best] = fitting;
  if (!best) return [];
  const names = fitting.map(({ format }) => NAMES[format]);
  const share = most === texts.length ? grouped(total) : `${grouped(most)} of ${grouped(texts.length)}`;
  const looked = texts.length < total && most < texts.length ? ' that were looked at' : '';
  const values = `${share} faulty values of ${column.name}${looked}`;
  return [
    {
      about: aboutOf(column),
      column: column.name,
      sentence:
        names.length === 1
          ? `In ${name} ${values} look like ${names[0]}.`
          : `In ${name} ${values} fit ${names.join(' as well as ')}: the values do not tell which it is.`,
      certainty: 'proposed',
      proof: best.fits.slice(0, MOST_PROOF).map(({ line, text }) => ({ line, text })),
      alternatives: fitting.map(({ format, fits: read }) => {
        const alone = read.filter((each) => each.alone).length;
        const more =
          alone === 0
            ? 'these records have other faults, too'
            : `${texts.length < total ? 'at least ' : ''}${grouped(alone)} more records`;
        const filled = sample.filter(({ text }) => text !== '');
        const broken = filled.filter(({ text }) => differs(column, text, present ?? 'plain', format)).length;
        const warning =
          broken === 0
            ? ''
            : `, but ${broken} of the first ${filled.length} values would be read otherwise or not at all`;
        return {
          label: `Read ${column.name} as ${NAMES[format]}: ${more}${warning}`,
          reading: withFormat(reading, column, format),
        };
      }),
    },
  ];
}

/** Whether both formats read a text, and as different values. */
function readsOtherwise(column: Column, text: string, one: Format, other: Format): boolean {
  const value = formattedReader(column.type, other)(text);
  return !(value instanceof Fault) && differs(column, text, one, other);
}

/** Whether a text that the one format reads is another value, or none, in the other. */
function differs({ type }: Column, text: string, one: Format, other: Format): boolean {
  const value = formattedReader(type, one)(text);
  return !(value instanceof Fault) && formattedReader(type, other)(text) !== value;
}

function withFormat(reading: Reading, { name }: Column, format: Format | undefined): Reading {
  const { [name]: _, ...others } = reading.formats ?? {};
  return { ...reading, formats: format === undefined ? others : { ...others, [name]: format } };
}

function aboutOf({ type }: Column): 'dates' | 'numbers' {
  return type.kind === 'date' || type.kind === 'timestamp' ? 'dates' : 'numbers';
}

function grouped(count: number): string {
  return count.toLocaleString('en');
}
