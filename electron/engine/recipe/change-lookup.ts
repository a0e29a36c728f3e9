import { join } from 'node:path';
import { Failure } from '../failure.ts';
import { cellPath, lookupCells } from './lookup-cells.ts';
import { lookupChanges } from './lookup-changes.ts';
import { parseRecipe } from './parse-recipe.ts';
import type { Lookup, Recipe } from './recipe.ts';
import { RECIPE_FILE } from './recipe-folder.ts';
import { readYaml, type WrittenScalar, type YamlDocument } from './yaml-document.ts';

/** A lookup's cells as the user wants them, in the shape of `lookupCells`. */
export interface LookupChange {
  readonly lookup: string;
  readonly cells: readonly (readonly string[])[];
}

/**
 * Writes changed cells of a lookup into the text of recipe.yaml, whose other bytes stay, and reads and checks the whole recipe anew.
 * Throws a Failure for what the recipe may not say, and for cells that do not fit the lookup.
 */
export function changeLookup(recipe: Recipe, { lookup: name, cells }: LookupChange): Recipe {
  const index = recipe.lookups.findIndex(({ lookup }) => lookup === name);
  const lookup = recipe.lookups[index];
  if (!lookup) throw new Failure(`The recipe has no lookup ${name}.`, 'Open the lookups anew.');
  refuseOtherShape(lookup, cells);
  const { folder, files } = recipe.text;
  const yaml = files.get(RECIPE_FILE) ?? '';
  const document = readYaml(join(folder, RECIPE_FILE), yaml);
  const former = lookupCells(lookup);
  const changes = cells.flatMap((row, at) =>
    row.flatMap((text, place) => {
      if (text === former[at]?.[place]) return [];
      return [{ text, at: scalarOf(document, lookup, cellPath(lookup, index, at, place)) }];
    }),
  );
  // From the end, so that the places before stay what they are.
  changes.sort((one, other) => other.at.start - one.at.start);
  const changed = changes.reduce(
    (text, { at, text: value }) => text.slice(0, at.start) + written(value, at) + text.slice(at.end),
    yaml,
  );
  const result = parseRecipe({ folder, files: new Map(files).set(RECIPE_FILE, changed) });
  refuseOtherChanges(lookup, result, { lookup: name, cells }, lookupChanges(yaml, changed));
  return result;
}

function refuseOtherShape(lookup: Lookup, cells: LookupChange['cells']): void {
  const former = lookupCells(lookup);
  const isSame =
    cells.length === former.length && cells.every((row, at) => row.length === former[at]?.length);
  if (isSame) return;
  throw new Failure(
    `${lookup.title} has other rows or columns by now.`,
    'Close the lookup and open it again, then change it.',
  );
}

function scalarOf(document: YamlDocument, lookup: Lookup, path: ReturnType<typeof cellPath>): WrittenScalar {
  const scalar = document.scalarAt(path);
  if (scalar) return scalar;
  throw notCellByCell(lookup);
}

/** A value that is written once and stands in several places would change in all of them. */
function refuseOtherChanges(
  lookup: Lookup,
  result: Recipe,
  { cells }: LookupChange,
  { titles, isAll }: ReturnType<typeof lookupChanges>,
): void {
  const now = result.lookups.find((each) => each.lookup === lookup.lookup);
  const wanted = cells.map((row) => row.map((text) => text.trim()));
  const isAsWanted = now && JSON.stringify(lookupCells(now)) === JSON.stringify(wanted);
  if (isAsWanted && (titles.length === 0 || (isAll && titles.length === 1))) return;
  throw notCellByCell(lookup);
}

function notCellByCell({ title }: Lookup): Failure {
  return new Failure(
    `${title} cannot be changed cell by cell, as recipe.yaml writes values of it once for several places.`,
    'Write each value out in recipe.yaml.',
  );
}

/** A text as YAML that means it wherever it stands, in the way in which the former one was written where that serves. */
function written(text: string, { style }: WrittenScalar): string {
  const value = text.trim();
  const isOneLine = /^[^\p{Cc}]*$/u.test(value);
  if (style === 'QUOTE_SINGLE' && isOneLine) return `'${value.replaceAll("'", "''")}'`;
  if (style === 'PLAIN' && isPlain(value)) return value;
  // What JSON writes is YAML.
  const quoted = JSON.stringify(value);
  // A block ends with its line.
  return style === 'BLOCK_FOLDED' || style === 'BLOCK_LITERAL' ? `${quoted}\n` : quoted;
}

function isPlain(value: string): boolean {
  return /^[A-Za-z][\w-]*(?: [\w-]+)*$/.test(value) && readYaml('', value).value === value;
}
