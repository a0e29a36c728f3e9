import { type Dialect, fileBytes, type Line } from '../../csv.ts';
import { createRandom, type Random } from '../../random.ts';
import { type Fault, spoil, spread } from '../../sample/faults.ts';
import { CAST, linesOf } from './cast.ts';
import type { SourceName } from './character.ts';
import type { Member } from './member.ts';

/** How a department exports its file, and what is in it. */
export interface Department {
  readonly file: string;
  readonly header: readonly string[];
  readonly dialect: Dialect;
  /** Whether the file is in Windows-1252; its text then holds letters of Latin-1 only. */
  readonly windows1252?: boolean;
  /** Columns of the file that are not asked for stand behind the others, with this in each. */
  readonly beside?: string;
  readonly faults: readonly Fault[];
  readonly rows: (members: readonly Member[], random: Random) => readonly (readonly string[])[];
}

/** The bytes of a department's file: its rows, some of them spoilt, with the lines of the cast among them. */
export function departmentFile(
  source: SourceName,
  { header, dialect, windows1252 = false, beside, faults, rows }: Department,
  seed: number,
  members: readonly Member[],
): Buffer {
  const random = createRandom(seed, source);
  const made = rows(members, random);
  const cast = CAST.flatMap((character) => linesOf(character, source)).map((cells) => {
    return beside === undefined ? cells : [...cells, beside];
  });
  const lines: readonly Line[] = [header, ...spread(spoil(made, faults, random), [...cast, ''])];
  const bytes = fileBytes(lines, dialect);
  return windows1252 ? Buffer.from(bytes.toString('utf8'), 'latin1') : bytes;
}
