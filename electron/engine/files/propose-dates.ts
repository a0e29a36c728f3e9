import { DATE_FORMATS } from '../../contract/file-formats.ts';
import type { DateFormat } from '../../contract/files.ts';
import { listOf } from '../ingest/value-formats.ts';
import { formatsName, grouped } from './format-names.ts';
import { countOf, type Example, type TextClass } from './format-tally.ts';
import { type AskedColumn, alternativeOf, type Proposal, readableClasses } from './proposal.ts';

/** Lines that are shown as a proof: of one way to write dates, and of each where there are several. */
const MOST_PROOF = 3;
const MOST_PROOF_EACH = 2;

/** Of what is no date no more letters than this are quoted. */
const MOST_QUOTED = 40;

/** A way in which dates are written: what it is called, how many are, and lines that show it. */
interface Way {
  readonly name: string;
  readonly count: number;
  readonly first: number;
  /** Those that leave no doubt come first. */
  readonly examples: readonly Example[];
}

/** What could be day-first and month-first: each by itself, what tells neither, and what is the same day in both. */
interface DayAndMonth {
  readonly dayFirst: readonly TextClass[];
  readonly monthFirst: readonly TextClass[];
  readonly either: readonly TextClass[];
  readonly same: readonly TextClass[];
}

/**
 * Asks for the formats of a column's dates where some would read what is faulty now, and says which lines are written in which way;
 * undefined where none would. Of what could be day-first as well as month-first the user chooses, unless the file proves one of the two alone.
 */
export function proposeDates(asked: AskedColumn, firstSound: Example | undefined): Proposal | undefined {
  const classes = readableClasses(asked);
  if (classes.length === 0) return undefined;
  const { file, column, tally } = asked;
  const present = DATE_FORMATS.filter((format) =>
    listOf(file.reading.formats?.[column.name]).includes(format),
  );
  const split = dayAndMonth(classes);
  const plain = DATE_FORMATS.filter((format) => !isDayOrMonth(format));
  const found = plain.filter((format) => classes.some((each) => each.formats.includes(format)));
  const orders = ordersOf(split, present);
  const inOrder = (chosen: readonly DateFormat[]) => DATE_FORMATS.filter((format) => chosen.includes(format));
  const kept = present.filter((format) => !isDayOrMonth(format));
  const all = orders.map((order) => inOrder([...kept, ...found, ...order]));
  const singles =
    found.length + (orders[0]?.length ?? 0) > 1 || orders.length > 1
      ? found.map((format) => inOrder([...present, format]))
      : [];
  const choices = distinct([...all, ...singles], present);
  if (choices.length === 0) return undefined;
  const ways = waysOf(split, plain, classes, orders.length > 1);
  const count = asked.accepted + tally.sound;
  const asEver: Way | undefined =
    present.length === 0 && firstSound && count > 0
      ? { name: 'year-month-day', count, first: firstSound.line, examples: [firstSound] }
      : undefined;
  const shown = asEver ? [asEver, ...ways] : ways;
  const [only] = shown;
  return {
    clear: orders.length > 1 ? undefined : oneOrList(choices[0]),
    assumption: {
      about: 'dates',
      column: column.name,
      sentence:
        shown.length === 1 && only ? oneWay(asked, only, split) : severalWays(asked, shown, countOf(classes)),
      certainty: 'proposed',
      proof:
        shown.length === 1
          ? (only?.examples.slice(0, MOST_PROOF) ?? [])
          : shown.flatMap(({ name, examples }) =>
              examples.slice(0, MOST_PROOF_EACH).map((example) => ({ ...example, shows: name })),
            ),
      alternatives: choices.map((choice) => alternativeOf(asked, oneOrList(choice) ?? [])),
    },
  };
}

function isDayOrMonth(format: string): boolean {
  return format === 'day-month-year' || format === 'month-day-year';
}

function dayAndMonth(classes: readonly TextClass[]): DayAndMonth {
  const has = (format: DateFormat) => (each: TextClass) => each.formats.includes(format);
  const [day, month] = [has('day-month-year'), has('month-day-year')];
  return {
    dayFirst: classes.filter((each) => day(each) && !month(each)),
    monthFirst: classes.filter((each) => month(each) && !day(each)),
    either: classes.filter((each) => day(each) && month(each) && !each.agreed),
    same: classes.filter((each) => day(each) && month(each) && each.agreed),
  };
}

/** The orders of day and month that can be meant: one where the file proves it, else those that the user has to choose from. */
function ordersOf(split: DayAndMonth, present: readonly DateFormat[]): readonly (readonly DateFormat[])[] {
  const day: readonly DateFormat[] = ['day-month-year'];
  const month: readonly DateFormat[] = ['month-day-year'];
  const both = [...day, ...month];
  const [isDay, isMonth] = [split.dayFirst.length > 0, split.monthFirst.length > 0];
  const now = both.filter((format) => present.includes(format));
  if (now.length === 2) return split.either.length > 0 ? [day, month] : [both];
  if (now.length === 1) {
    // What it reads already may be proven or not: the other can stand beside it, or in its place.
    return isDay || isMonth ? [both, both.filter((format) => !now.includes(format))] : [now];
  }
  if (isDay && isMonth) return [day, month, both];
  if (isDay) return [day];
  if (isMonth) return [month];
  return split.either.length > 0 ? [day, month] : split.same.length > 0 ? [day] : [[]];
}

/** The ways in which faulty dates are written. What could be either goes with the one that is proven, and stands alone where that is open. */
function waysOf(
  { dayFirst, monthFirst, either, same }: DayAndMonth,
  plain: readonly DateFormat[],
  classes: readonly TextClass[],
  open: boolean,
): readonly Way[] {
  const isDay = dayFirst.length > 0 || monthFirst.length === 0;
  const loose = open ? [] : either;
  const others = plain.map((format) =>
    wayOf(
      formatsName(format),
      classes.filter((each) => each.formats.includes(format)),
    ),
  );
  const both = `${formatsName('day-month-year')} or ${formatsName('month-day-year')}`;
  return [
    wayOf(
      formatsName('day-month-year'),
      dayFirst,
      isDay && (!open || dayFirst.length > 0) ? [...loose, ...same] : [],
    ),
    wayOf(formatsName('month-day-year'), monthFirst, isDay ? [] : [...loose, ...same]),
    wayOf(both, open ? either : [], open && dayFirst.length + monthFirst.length === 0 ? same : []),
    ...others,
  ].filter(({ count }) => count > 0);
}

function wayOf(name: string, proven: readonly TextClass[], others: readonly TextClass[] = []): Way {
  const byLine = (one: Example, other: Example) => one.line - other.line;
  const lines = (classes: readonly TextClass[]) => classes.flatMap(({ examples }) => examples).sort(byLine);
  const examples = [...lines(proven), ...lines(others)];
  return {
    name,
    count: countOf([...proven, ...others]),
    first: Math.min(...examples.map(({ line }) => line)),
    examples,
  };
}

function oneWay({ file, column, tally }: AskedColumn, { name, count }: Way, split: DayAndMonth): string {
  const share = count === tally.total ? grouped(count) : `${grouped(count)} of ${grouped(tally.total)}`;
  const values = `${share} faulty values of ${column.header}`;
  const isOpen = split.either.length > 0 && split.dayFirst.length + split.monthFirst.length === 0;
  return isOpen
    ? `In ${file.name} ${values} fit ${formatsName('day-month-year')} as well as ${formatsName('month-day-year')}: the values do not tell which it is.`
    : `In ${file.name} ${values} look like ${name}.`;
}

function severalWays({ file, column, tally }: AskedColumn, ways: readonly Way[], readable: number): string {
  const list = ways.map(({ name, count, first, examples: [example] }, index) => {
    const records = index === 0 ? (count === 1 ? ' record' : ' records') : '';
    return `${example?.text} (${name}) in ${grouped(count)}${records}, first on line ${grouped(first)}`;
  });
  const rest = tally.total - readable;
  const [odd] = tally.classes.find(({ formats }) => formats.length === 0)?.examples ?? [];
  const others = odd
    ? ` ${grouped(rest)} more ${rest === 1 ? 'is' : 'are'} no date, as "${odd.text.slice(0, MOST_QUOTED)}" on line ${grouped(odd.line)}.`
    : '';
  return `In ${file.name} ${column.header} is written in ${ways.length} ways: ${list.join('; ')}.${others}`;
}

/** Choices that differ from each other and from what is there. */
function distinct(
  choices: readonly (readonly DateFormat[])[],
  present: readonly DateFormat[],
): readonly (readonly DateFormat[])[] {
  const seen = new Set([present.join(' ')]);
  return choices.filter((choice) => {
    const key = choice.join(' ');
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** One format by itself, several as a list. */
function oneOrList(
  formats: readonly DateFormat[] | undefined,
): DateFormat | readonly DateFormat[] | undefined {
  return formats?.length === 1 ? formats[0] : formats;
}
