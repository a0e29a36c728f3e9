import type { Assumption, Reading } from '../../contract/files.ts';
import { headerOf } from '../ingest/column-headers.ts';
import { type Format, type Formats, formatsOf, formattedReader, listOf } from '../ingest/value-formats.ts';
import { Fault } from '../ingest/values.ts';
import type { Column, Source } from '../recipe/recipe.ts';
import type { AssumedFile } from './assume.ts';
import { acceptedValues, type FaultContext, faultyColumns, rejectedTexts } from './faulty-texts.ts';
import { formatsName, withFormats } from './format-names.ts';
import { type Example, tallyFormats } from './format-tally.ts';
import type { HeadRecords } from './head.ts';
import { differs, type Proposal } from './proposal.ts';
import { proposeDates } from './propose-dates.ts';
import { proposeNumbers } from './propose-numbers.ts';

/** Rows that are shown as a proof. */
const MOST_PROOF = 3;

/** The formats of dates and numbers that the user decided, and those that would read what is faulty now. */
export function assumeFormats(
  context: FaultContext,
  file: AssumedFile,
  source: Source,
  { rows }: HeadRecords,
): readonly Assumption[] {
  const faulty = faultyColumns(context.db, file.importNumber);
  const proposals: Proposal[] = [];
  const assumptions = source.columns.flatMap((column) => {
    const formats = formatsOf(column.type.kind);
    if (formats.length === 0) return [];
    const place = file.places[column.name] ?? -1;
    const sample = rows.map(({ line, cells }) => ({ line, text: (cells[place] ?? '').trim() }));
    const proposal = faulty.has(column.name)
      ? proposed(context, file, source, column, place, sample)
      : undefined;
    if (proposal) proposals.push(proposal);
    return [...decidedFormat(file, column, formats, sample), ...(proposal ? [proposal.assumption] : [])];
  });
  return withAllAtOnce(source, file.reading, assumptions, proposals);
}

function proposed(
  context: FaultContext,
  file: AssumedFile,
  { name: source }: Source,
  column: Column,
  place: number,
  sample: readonly Example[],
): Proposal | undefined {
  const { importNumber } = file;
  const formats = formatsOf(column.type.kind);
  const present = file.reading.formats?.[column.name];
  const texts = rejectedTexts(context, importNumber, column.name, place);
  const tally = tallyFormats(column, formats, present, texts);
  const { count: accepted, first } = acceptedValues(context.db, source, importNumber, column.name);
  const asked = { file, column, tally, accepted, sample };
  if (aboutOf(column) === 'numbers') return proposeNumbers(asked, formats);
  const sound = [first, tally.firstSound]
    .filter((each) => each !== undefined)
    .sort((one, other) => one.line - other.line)[0];
  // As it is written in the file, which may have a time behind the day.
  const written = sample.find(({ line }) => line === sound?.line) ?? sound;
  return proposeDates(asked, written);
}

/** Where several columns have one clear proposal each, all of them at once as well: a record may need more than one to be accepted. */
function withAllAtOnce(
  source: Source,
  reading: Reading,
  assumptions: readonly Assumption[],
  proposals: readonly Proposal[],
): readonly Assumption[] {
  const clear = proposals.flatMap(({ assumption, clear: formats }) =>
    formats === undefined || assumption.column === null
      ? []
      : [{ assumption, column: assumption.column, formats }],
  );
  if (clear.length < 2) return assumptions;
  const formats = Object.fromEntries(
    clear.map(({ column, formats: own }) => [column, typeof own === 'string' ? own : [...own]]),
  );
  const columns = clear.map(
    ({ column, formats: own }) => `${headerOf(source, column)} as ${formatsName(own)}`,
  );
  const all = {
    label: `Read ${columns.join(' and ')}, all at once`,
    reading: { ...reading, formats: { ...reading.formats, ...formats } },
  };
  return assumptions.map((each) =>
    clear.some(({ assumption }) => assumption === each)
      ? { ...each, alternatives: [all, ...each.alternatives] }
      : each,
  );
}

function decidedFormat(
  { name, reading, readingFrom }: AssumedFile,
  column: Column,
  formats: readonly Format[],
  sample: readonly Example[],
): readonly Assumption[] {
  const decided = reading.formats?.[column.name];
  if (decided === undefined) return [];
  const by = readingFrom === null ? 'as you decided' : `as for ${readingFrom} before`;
  const filled = sample.filter(({ text }) => text !== '');
  const others = formats.filter(
    (other) =>
      !listOf(decided).includes(other) &&
      filled.some(({ text }) => readsOtherwise(column, text, decided, other)),
  );
  const isDoubtful = ['day-month-year', 'month-day-year'].every((order) =>
    listOf(decided).some((each) => each === order),
  );
  const doubt = isDoubtful ? ' What both orders read, as different days, stays in the quarantine.' : '';
  return [
    {
      about: aboutOf(column),
      column: column.name,
      sentence: `In ${name} ${column.header} is read as ${formatsName(decided)}, ${by}.${doubt}`,
      certainty: readingFrom === null ? 'decided' : 'assumed',
      proof: filled.slice(0, MOST_PROOF),
      alternatives: [
        { label: `Read ${column.header} without a format`, reading: withFormats(reading, column, undefined) },
        ...others.map((other) => ({
          label: `Read ${column.header} as ${formatsName(other)}`,
          reading: withFormats(reading, column, other),
        })),
      ],
    },
  ];
}

/** Whether both ways read a text, and as different values. */
function readsOtherwise(column: Column, text: string, one: Formats, other: Formats): boolean {
  const value = formattedReader(column.type, other)(text);
  return !(value instanceof Fault) && differs(column, text, one, other);
}

function aboutOf({ type }: Column): 'dates' | 'numbers' {
  return type.kind === 'date' || type.kind === 'timestamp' ? 'dates' : 'numbers';
}
