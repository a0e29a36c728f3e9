import type { Format } from '../ingest/value-formats.ts';
import { formatsName, grouped } from './format-names.ts';
import { countOf, type FormatTally, isRead } from './format-tally.ts';
import { type AskedColumn, alternativeOf, type Proposal, readableClasses } from './proposal.ts';

/** A second format is offered where it reads so many texts that the first does not. */
const LEAST_OWN = 5;

/** Lines that are shown as a proof of each format. */
const MOST_PROOF = 3;

/** Asks for the format of a column's numbers where one would read what is faulty now; undefined where none would. */
export function proposeNumbers(asked: AskedColumn, formats: readonly Format[]): Proposal | undefined {
  const { file, column, tally } = asked;
  if (readableClasses(asked).length === 0) return undefined;
  const present = file.reading.formats?.[column.name];
  const able = formats
    .filter((format) => format !== present)
    .map((format) => ({ format, count: readCount(tally, format) }));
  const most = Math.max(...able.map(({ count }) => count));
  if (most === 0) return undefined;
  // A way to write numbers below nought that no number is written in says nothing.
  const plainest = able.filter(
    ({ format, count }) => !able.some((each) => each.count >= count && format.startsWith(`${each.format}-`)),
  );
  const best = plainest.filter(({ count }) => count === most).map(({ format }) => format);
  const others = plainest
    .filter(({ format, count }) => count < most && ownCount(tally, format, best) >= LEAST_OWN)
    .map(({ format }) => format);
  const fitting = [...best, ...others];
  const names = best.map(formatsName);
  const share = most === tally.total ? grouped(tally.total) : `${grouped(most)} of ${grouped(tally.total)}`;
  const values = `${share} faulty values of ${column.header}`;
  const also = others.map(
    (format) => ` ${grouped(ownCount(tally, format, best))} look like ${formatsName(format)}.`,
  );
  const clear = fitting.length === 1 ? fitting[0] : undefined;
  return {
    clear,
    assumption: {
      about: 'numbers',
      column: column.name,
      sentence: `${
        names.length === 1
          ? `In ${file.name} ${values} look like ${names[0]}.`
          : `In ${file.name} ${values} fit ${names.join(' as well as ')}: the values do not tell which it is.`
      }${also.join('')}`,
      certainty: 'proposed',
      proof: proofOf(tally, best, others),
      alternatives: fitting.map((format) => alternativeOf(asked, format)),
    },
  };
}

function readCount({ classes }: FormatTally, format: Format): number {
  return countOf(classes.filter((each) => isRead(each, format)));
}

/** How many texts a format reads that none of the others does. */
function ownCount({ classes }: FormatTally, format: Format, others: readonly Format[]): number {
  const own = classes.filter((each) => isRead(each, format) && !others.some((other) => isRead(each, other)));
  return countOf(own);
}

/** Lines that show what the likeliest formats read, and what only another does: of each class the first, then the next. */
function proofOf(
  { classes }: FormatTally,
  best: readonly Format[],
  others: readonly Format[],
): Proposal['assumption']['proof'] {
  const first = classes.filter((each) => best.some((format) => isRead(each, format)));
  const second = classes.filter(
    (each) => !first.includes(each) && others.some((format) => isRead(each, format)),
  );
  return [first, second].flatMap((group) =>
    group
      .flatMap(({ examples }) => examples.map((example, rank) => ({ example, rank })))
      .sort((one, other) => one.rank - other.rank || one.example.line - other.example.line)
      .slice(0, MOST_PROOF)
      .map(({ example }) => example)
      .sort((one, other) => one.line - other.line),
  );
}
