import type { Recipe } from '../recipe/recipe.ts';
import type { ReadableDb } from '../workspace/database.ts';
import type { RecordFigures } from './fault-figures.ts';
import { countText } from './faulty-texts.ts';

/** A class of rejected records: those of a source with a fault and a text. */
export interface FaultyText {
  readonly source: string;
  readonly column: string;
  readonly code: string;
  /** Without the white space around it. */
  readonly oldText: string;
}

/** How many open records of a class there are, file by file. */
export function countAlike(
  db: ReadableDb,
  recipe: Recipe,
  { source, column, code, oldText: text }: FaultyText,
): readonly RecordFigures[] {
  // Who has a key twice only since a correction depends on other records: a class holds those that had it in the file.
  const asLoaded = code === 'duplicate_key';
  return countText(db, recipe, { source, column, code, text, state: 'open' }, asLoaded);
}
