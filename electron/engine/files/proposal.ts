import type { Assumption } from '../../contract/files.ts';
import { type Formats, formattedReader, listOf } from '../ingest/value-formats.ts';
import { Fault } from '../ingest/values.ts';
import type { Column } from '../recipe/recipe.ts';
import type { AssumedFile } from './assume.ts';
import { formatsName, grouped, withFormats } from './format-names.ts';
import { countOf, type FormatTally, isRead, rescuedBy, type TextClass } from './format-tally.ts';

/** A format is proposed when so many faulty texts fit one, or so large a share of all that the column has. */
const LEAST_READ = 5;
const LEAST_SHARE = 0.1;

/** A column whose rejected records may be written in formats that nobody has named yet. */
export interface AskedColumn {
  readonly file: AssumedFile;
  readonly column: Column;
  readonly tally: FormatTally;
  /** Values of the column that were accepted as they stand in the file. */
  readonly accepted: number;
  /** The column's texts in the first records. */
  readonly sample: readonly { readonly line: number; readonly text: string }[];
}

/** An assumption that asks for formats. */
export interface Proposal {
  readonly assumption: Assumption;
  /** The formats that are meant, where the file leaves no doubt. */
  readonly clear: Formats | undefined;
}

/** The classes of texts that some format reads, none where they are too few to ask about: then they are slips of single records. */
export function readableClasses({ file, column, tally, accepted }: AskedColumn): readonly TextClass[] {
  const classes = tally.classes.filter(({ formats }) => formats.length > 0);
  const count = countOf(classes);
  const filled = accepted + tally.sound + tally.total;
  // What several formats that the user chose leave faulty is theirs to know of, however little it is.
  const isChosen = listOf(file.reading.formats?.[column.name]).length > 1;
  const areMany = count >= LEAST_READ || count >= filled * LEAST_SHARE;
  return count > 0 && (isChosen || areMany) ? classes : [];
}

/** A way to read the column, as a button says it: what it would accept more, what stays, and what it would change. */
export function alternativeOf(
  { file: { reading }, column, tally, sample }: AskedColumn,
  formats: Formats,
): Assumption['alternatives'][number] {
  const read = tally.classes.filter((each) => isRead(each, formats));
  const count = countOf(read);
  const rescued = rescuedBy(read, formats);
  const records = `${grouped(rescued)} more ${rescued === 1 ? 'record' : 'records'}`;
  const faulty = rescued === count ? '' : `, ${grouped(count - rescued)} have other faults, too`;
  const more = rescued === 0 ? 'these records have other faults, too' : records + faulty;
  const left = tally.total - count;
  const stays = left === 0 ? '' : `, ${grouped(left)} ${left === 1 ? 'stays' : 'stay'} faulty`;
  const filled = sample.filter(({ text }) => text !== '');
  const broken = filled.filter(({ text }) =>
    differs(column, text, reading.formats?.[column.name] ?? [], formats),
  ).length;
  const warning =
    broken === 0
      ? ''
      : `, but ${broken} of the first ${filled.length} values would be read otherwise or not at all`;
  return {
    label: `Read ${column.header} as ${formatsName(formats)}: ${more}${stays}${warning}`,
    reading: withFormats(reading, column, formats),
  };
}

/** Whether a text that the one way reads is another value, or none, in the other. */
export function differs({ type }: Column, text: string, one: Formats, other: Formats): boolean {
  const value = formattedReader(type, one)(text);
  return !(value instanceof Fault) && formattedReader(type, other)(text) !== value;
}
