import type { Reconciliation, SourceFigures } from '../../contract/reconciliation.ts';
import type { RunDetail, RunSummary } from '../../contract/runs.ts';
import type { Params } from '../../contract/workspaces.ts';
import { Failure } from '../failure.ts';
import type { ReadableDb } from '../workspace/database.ts';
import { imbalancesOf } from './imbalances.ts';
import type { RunImport } from './run-basis.ts';

/** What the workspace keeps of a run beside its tables and its recipe. */
export interface RunRecord {
  readonly run: number;
  readonly madeAt: string;
  readonly asOf: string;
  readonly params: Params;
  /** How many corrections it was made with. */
  readonly corrections: number;
  readonly imports: readonly RunFile[];
  /** UTC instant; null: not published. */
  readonly publishedAt: string | null;
  /** The runs that were published when it was made. */
  readonly published: readonly number[];
  readonly reconciliation: Reconciliation;
}

/** A file of a run; of how many of its records were accepted only the source's sum is asked. */
export type RunFile = Omit<RunImport, 'accepted'>;

type Row = Omit<RunRecord, 'params' | 'imports' | 'published' | 'reconciliation'> & {
  readonly published: string;
  readonly params: string;
  readonly imports: string;
  readonly inputs: string;
  readonly reconciliation: string;
};

const COLUMNS = `run, made_at as madeAt, as_of as asOf, params, json_array_length(corrections) as corrections, imports,
  inputs, published_at as publishedAt, published, reconciliation`;

/** All runs of a workspace, the latest first. */
export function runRecords(db: ReadableDb): readonly RunRecord[] {
  return db.prepare<[], Row>(`select ${COLUMNS} from run order by run desc`).all().map(readRow);
}

/** One run; throws a Failure when the workspace does not have it. */
export function runRecord(db: ReadableDb, run: number): RunRecord {
  const row = db.prepare<[number], Row>(`select ${COLUMNS} from run where run = ?`).get(run);
  if (!row) throw new Failure(`There is no run ${run} in this workspace.`, 'Choose another run.');
  return readRow(row);
}

/** The last run, undefined before the first. */
export function lastRunRecord(db: ReadableDb): RunRecord | undefined {
  const row = db.prepare<[], Row>(`select ${COLUMNS} from run order by run desc limit 1`).get();
  return row && readRow(row);
}

/** A run's recipe as it was: its files by their path within the folder. */
export function recipeFilesOf(db: ReadableDb, run: number): Readonly<Record<string, string>> {
  const text = db
    .prepare<[number], string>("select json_extract(recipe, '$.files') from run where run = ?")
    .pluck()
    .get(run);
  return text === undefined ? {} : (JSON.parse(text) as Readonly<Record<string, string>>);
}

/** A run as a list of runs shows it. */
export function runSummary(record: RunRecord): RunSummary {
  const { run, madeAt, asOf, params, corrections, publishedAt, reconciliation } = record;
  const { sources, outcome, balanced } = reconciliation;
  return {
    run,
    madeAt,
    asOf,
    params,
    read: sources.reduce((sum, { read }) => sum + read, 0),
    rejected: sources.reduce((sum, { rejected }) => sum + rejected, 0),
    entered: outcome.entered,
    delivered: outcome.delivered,
    balanced,
    publishedAt,
    corrections,
    files: sources.flatMap(({ files }) => files),
  };
}

/** A run with all its figures. */
export function runDetail(record: RunRecord): Omit<RunDetail, 'groupTitles'> {
  const { reconciliation } = record;
  return { ...runSummary(record), reconciliation, imbalances: imbalancesOf(reconciliation) };
}

function readRow({ params, imports, inputs, published, reconciliation: figures, ...row }: Row): RunRecord {
  const reconciliation = JSON.parse(figures) as Reconciliation;
  const known = JSON.parse(imports) as readonly RunImport[];
  return {
    ...row,
    params: JSON.parse(params) as Params,
    published: JSON.parse(published) as readonly number[],
    imports: known.length > 0 ? known : filesOfInputs(inputs, reconciliation.sources),
    reconciliation,
  };
}

/** The files of a run that was made before runs kept how their files were read: they stand in the order of the sources. */
function filesOfInputs(inputs: string, sources: readonly SourceFigures[]): readonly RunFile[] {
  const named = JSON.parse(inputs) as readonly { readonly name: string; readonly sha256: string }[];
  const ofFiles = sources.flatMap(({ source, files }) => files.map(() => source));
  return named.map(({ name, sha256 }, index) => {
    return { source: ofFiles[index] ?? '', file: name, sha256, reading: {} };
  });
}
