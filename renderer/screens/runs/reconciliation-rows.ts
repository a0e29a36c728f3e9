import type { MergedFigures, Reconciliation } from '../../../electron/contract/reconciliation.ts';
import type { RunDetail } from '../../../electron/contract/runs.ts';
import type { ViewOf } from '../../../electron/contract/views.ts';
import type { RecipeInfo } from '../../../electron/contract/workspaces.ts';
import { funnelStages } from '../../components/reconciliation/funnel-stages.ts';
import { groupsOf } from '../../components/reconciliation/groups.ts';

/** A line of a table of figures. */
export interface FigureRow {
  readonly key: string;
  readonly name: string;
  readonly about?: string;
  readonly figures: readonly Figure[];
}

export interface Figure {
  /** Undefined where the run has no such figure. */
  readonly value: number | undefined;
  /** What it counts, for the title of its records. */
  readonly what: string;
  readonly of?: ViewOf;
}

/** What was read of each source; the records themselves are of now, and so are not opened from a run. */
export function sourceRows({ sources }: Reconciliation): readonly FigureRow[] {
  return sources.map(({ source, files, read, accepted, rejected }) => ({
    key: source,
    name: source,
    about: files.length > 0 ? files.join(', ') : 'No file',
    figures: [
      { value: read, what: `${source}: read` },
      { value: accepted, what: `${source}: accepted` },
      { value: rejected, what: `${source}: rejected` },
    ],
  }));
}

export function tableRows(recipe: RecipeInfo, { tables }: Reconciliation, run: number): readonly FigureRow[] {
  return tables.map(({ table, from, in: came, out, superseded }) => ({
    key: table,
    name: table,
    about: recipe.tables.find((each) => each.table === table)?.description || `From ${from}`,
    figures: [
      { value: came, what: `${table}: in` },
      { value: out, what: `${table}: out`, of: { kind: 'table', run, table } },
      { value: superseded, what: `${table}: superseded`, of: { kind: 'superseded', run, table } },
    ],
  }));
}

export function derivedRows(
  recipe: RecipeInfo,
  { derived = [] }: Reconciliation,
  run: number,
): readonly FigureRow[] {
  return derived.map(({ table, of, in: came, kept, left_out: leftOut, out }) => ({
    key: table,
    name: table,
    about: recipe.derived.find((each) => each.table === table)?.description || `Of ${of}`,
    figures: [
      { value: came, what: `${table}: rows of ${of}`, of: { kind: 'table', run, table: of } },
      { value: kept, what: `${table}: taken` },
      { value: leftOut, what: `${table}: left out`, of: { kind: 'left out', run, table } },
      { value: out, what: `${table}: rows`, of: { kind: 'table', run, table } },
    ],
  }));
}

/** The tables of a full join, each by the columns by which it stands there. */
export function mergedRows({ table, of }: MergedFigures, run: number): readonly FigureRow[] {
  return of.map((part) => ({
    key: part.table,
    name: part.table,
    about: `By ${part.on.join(', ')}`,
    figures: [
      {
        value: part.in,
        what: `${table}: rows of ${part.table}`,
        of: { kind: 'table', run, table: part.table },
      },
      { value: part.kept, what: `${table}: kept of ${part.table}` },
      { value: part.lost, what: `${table}: lost of ${part.table}` },
      {
        value: part.alone,
        what: `${table}: ${part.table} alone`,
        of: { kind: 'alone', run, table, of: part.table },
      },
    ],
  }));
}

export function groupRows({
  reconciliation: { by = [] },
  groupTitles,
  run,
}: RunDetail): readonly FigureRow[] {
  return groupsOf(by, groupTitles).map(({ id, name, title, values: group, outcome }) => ({
    key: id,
    name,
    about: title,
    figures: (['entered', 'delivered', 'dropped'] as const).map((which) => ({
      value: outcome[which],
      what: `${name}: ${which}`,
      of: { kind: 'entities', run, which, group },
    })),
  }));
}

export function stageRows(recipe: RecipeInfo, figures: Reconciliation, run: number): readonly FigureRow[] {
  return funnelStages(recipe, figures).map((stage) => ({
    key: stage.stage,
    name: stage.title,
    figures: (['in', 'dropped', 'out'] as const).map((which) => ({
      value: stage[which],
      what: `${stage.title}: ${which}`,
      of: { kind: 'entities', run, which, stage: stage.stage },
    })),
  }));
}

export function reasonRows(recipe: RecipeInfo, figures: Reconciliation, run: number): readonly FigureRow[] {
  return funnelStages(recipe, figures).flatMap(({ stage, reasons }) =>
    reasons.map((reason) => ({
      key: `${stage} ${reason.reason}`,
      name: reason.title,
      figures: (['dropped', 'any', 'only'] as const).map((which) => ({
        value: reason[which],
        what: `${reason.title}: ${which}`,
        of: { kind: 'entities', run, which, stage, reason: reason.reason },
      })),
    })),
  );
}
