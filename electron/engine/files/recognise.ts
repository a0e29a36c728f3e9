import type { WaitingFile } from '../../contract/files.ts';
import { isJsonName } from '../ingest/json/json-name.ts';
import { suggestHeaders } from '../ingest/suggest-headers.ts';
import type { Recipe } from '../recipe/recipe.ts';
import type { ReadableDb } from '../workspace/database.ts';
import type { Head } from './head.ts';
import { type SourceFit, sourceFits } from './source-fit.ts';

/** A header fits a source clearly from here on, when it has all that the source requires. */
const CLEAR_FIT = 0.7;

/** By so much the best has to fit better than the second. */
const CLEAR_LEAD = 0.2;

/** Why a file is not loaded, and what would help. */
export type Problem = Pick<WaitingFile, 'source' | 'problem' | 'nextStep' | 'needs'>;

/** What a file is taken for: a source that it can be loaded into, or a problem. */
export type Recognition =
  | { readonly kind: 'recognised'; readonly fit: SourceFit }
  | { readonly kind: 'waiting'; readonly problem: Problem };

/** Finds the source of a file by its name, else by its header. */
export function recognise(db: ReadableDb, recipe: Recipe, head: Head): Recognition {
  return recogniseBy(head, sourceFits(db, recipe.sources, head));
}

/** The same by how well it fits each source of a recipe, best first. */
export function recogniseBy(head: Head, fits: readonly SourceFit[]): Recognition {
  const named = fits.filter(({ byName }) => byName);
  const whole = named.filter(isWhole);
  const [best, second] = whole.length > 0 ? whole : named;
  if (best && (!second || best.fit > second.fit)) return judged(head, best);
  if (best) return unknown(head, named.slice(0, 2));
  const [likeliest, next] = fits;
  if (likeliest && likeliest.fit >= CLEAR_FIT && isWhole(likeliest)) {
    if (likeliest.fit - (next?.fit ?? 0) >= CLEAR_LEAD) return judged(head, likeliest);
    return unknown(head, fits.slice(0, 2));
  }
  return unknown(head, []);
}

/** The problem of a file that is to be read into a source and whose columns do not suffice; undefined where they do. */
export function columnsProblem(name: string, fit: SourceFit): Problem | undefined {
  const { source, shape, missing, ambiguous, indexes, records } = fit;
  if (missing.length > 0) {
    const rows = records.rows.map(({ cells }) => cells);
    const suggested = suggestHeaders(source.columns, indexes, records.header, rows);
    const hints = source.columns.flatMap(({ name: column, header, required }) => {
      const near = required ? suggested.get(column) : undefined;
      return near === undefined ? [] : [`Is "${near}" ${header}?`];
    });
    return {
      source: source.name,
      needs: 'columns',
      problem:
        shape === 'delimited'
          ? `${name} has no column ${missing.join(', ')}, which ${source.name} requires.`
          : `None of the first records of ${name} has the key ${missing.join(', ')}, which ${source.name} requires.`,
      nextStep: [
        ...hints,
        `Say which ${shape === 'delimited' ? 'header' : 'key'} stands for it, or choose another source.`,
      ].join(' '),
    };
  }
  if (ambiguous.length > 0) {
    return {
      source: source.name,
      needs: 'columns',
      problem: `${name} has several headers that mean ${ambiguous.join(', ')}.`,
      nextStep: 'Say which of them it is.',
    };
  }
  return undefined;
}

function isWhole({ missing }: SourceFit): boolean {
  return missing.length === 0;
}

function judged(head: Head, fit: SourceFit): Recognition {
  const problem = columnsProblem(head.name, fit);
  return problem ? { kind: 'waiting', problem } : { kind: 'recognised', fit };
}

function unknown({ name }: Head, between: readonly SourceFit[]): Recognition {
  const names = between.map(({ source }) => source.name);
  const problem =
    names.length > 0
      ? `${name} could be ${names.join(' or ')}.`
      : `Neither the name nor the ${isJsonName(name) ? 'keys' : 'header'} of ${name} ${isJsonName(name) ? 'say' : 'says'} which source it is.`;
  return {
    kind: 'waiting',
    problem: { source: null, needs: 'source', problem, nextStep: 'Choose its source, or take it away.' },
  };
}
