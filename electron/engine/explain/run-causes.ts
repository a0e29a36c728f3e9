import type { RunCause } from '../../contract/runs.ts';
import type { Recipe } from '../recipe/recipe.ts';
import { acceptedDifferences, fileDifferences, recipeDifferences } from '../run/differences.ts';
import { historyDifferences } from '../run/history-out.ts';
import { publishedDifferences } from '../run/published.ts';
import { type RunRecord, recipeFilesOf } from '../run/run-record.ts';
import { counted } from '../run/words.ts';
import { count, type ReadableDb } from '../workspace/database.ts';

/** What two runs were made with differently, in sentences; parameters are called as in the later run's recipe. */
export function runCauses(
  db: ReadableDb,
  from: RunRecord,
  to: RunRecord,
  recipe: Recipe,
): readonly RunCause[] {
  const of = (kind: RunCause['kind'], sentences: readonly string[]) =>
    sentences.map((sentence): RunCause => ({ kind, sentence }));
  return [
    ...of('data', dataCauses(from, to)),
    ...of('data', publishedCauses(from.published, to.published)),
    ...of('data', historyCauses(from, to)),
    ...of('corrections', correctionCauses(db, from.run, to.run)),
    ...of('rules', recipeDifferences(recipeFilesOf(db, from.run), recipeFilesOf(db, to.run))),
    ...of('parameters', parameterCauses(from, to, recipe)),
    ...of('time', from.asOf === to.asOf ? [] : [`The as-of date was ${from.asOf} and is ${to.asOf}.`]),
  ];
}

function dataCauses(from: RunRecord, to: RunRecord): readonly string[] {
  const files = fileDifferences(from.imports, to.imports);
  // Without another file it is the corrections that change how many are accepted.
  if (files.length === 0) return [];
  const accepted = ({ reconciliation }: RunRecord) =>
    new Map(reconciliation.sources.map((source) => [source.source, source.accepted]));
  return [...files, ...acceptedDifferences(accepted(from), accepted(to))];
}

/** The later run knows others as published, the earlier one perhaps among them. */
function publishedCauses(from: readonly number[], to: readonly number[]): readonly string[] {
  return publishedDifferences(from, to).map((sentence) => sentence.replace(' since.', ' in between.'));
}

function historyCauses(from: RunRecord, to: RunRecord): readonly string[] {
  return historyDifferences(from.historyOut, to.historyOut, Math.max(from.run, to.run)).map((sentence) =>
    sentence.replace(' since.', ' in between.'),
  );
}

function correctionCauses(db: ReadableDb, from: number, to: number): readonly string[] {
  const onlyIn = (run: number, other: number) =>
    count(
      db,
      `select count(*) from run, json_each(run.corrections)
       where run.run = ? and value not in (
         select value from run as other, json_each(other.corrections) where other.run = ?
       )`,
      run,
      other,
    );
  const [made, gone] = [onlyIn(to, from), onlyIn(from, to)];
  return [
    ...(made > 0 ? [`${counted(made, 'correction')} more.`] : []),
    ...(gone > 0 ? [`${counted(gone, 'correction')} fewer.`] : []),
  ];
}

function parameterCauses(from: RunRecord, to: RunRecord, recipe: Recipe): readonly string[] {
  const names = new Set([...Object.keys(from.params), ...Object.keys(to.params)]);
  return [...names].flatMap((name) => {
    const [before, after] = [from.params[name], to.params[name]];
    if (before === after) return [];
    const title = recipe.params.find((param) => param.name === name)?.title ?? name;
    const shown = (value: unknown) => (value === undefined || value === '' ? 'nothing' : String(value));
    return [`${title} (${name}): ${shown(before)} before, ${shown(after)} now.`];
  });
}
