import type { Reconciliation, SourceFigures } from '../../contract/reconciliation.ts';
import type { RunDetail, RunSummary } from '../../contract/runs.ts';
import type { Params } from '../../contract/workspaces.ts';
import { Failure } from '../failure.ts';
import { count, type ReadableDb } from '../workspace/database.ts';
import type { TakenOut } from './history-out.ts';
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
  /** Why it is to be taken with care, in sentences. */
  readonly cautions: readonly string[];
  /** What of the histories was taken out when it was made. */
  readonly historyOut: readonly TakenOut[];
  readonly reconciliation: Reconciliation;
}

/** A file of a run; its figures are asked only in the sum of its source. */
export type RunFile = Pick<RunImport, 'source' | 'file' | 'sha256' | 'reading'>;

type Row = Omit<
  RunRecord,
  'params' | 'imports' | 'published' | 'cautions' | 'historyOut' | 'reconciliation'
> & {
  readonly published: string;
  readonly cautions: string;
  readonly historyOut: string;
  readonly params: string;
  readonly imports: string;
  readonly inputs: string;
  readonly reconciliation: string;
};

const COLUMNS = `run, made_at as madeAt, as_of as asOf, params, json_array_length(corrections) as corrections, imports,
  inputs, published_at as publishedAt, published, cautions, history_out as historyOut, reconciliation`;

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

/** Why a run is to be taken with care; none in a workspace that is only read since an earlier version wrote it. */
export function cautionsOf(db: ReadableDb, run: number): readonly string[] {
  if (count(db, "select count(*) from pragma_table_info('run') where name = 'cautions'") === 0) return [];
  return db
    .prepare<[number], string>('select value from run, json_each(run.cautions) where run.run = ?')
    .pluck()
    .all(run);
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
  const { run, madeAt, asOf, params, cautions, corrections, publishedAt, reconciliation } = record;
  const { sources, without = [], outcome, balanced } = reconciliation;
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
    cautions,
    without,
    publishedAt,
    corrections,
    files: sources.flatMap(({ files }) => files),
  };
}

/** A run with all its figures. */
export function runDetail(record: RunRecord): Omit<RunDetail, 'deliveries' | 'groupTitles'> {
  const { reconciliation } = record;
  return { ...runSummary(record), reconciliation, imbalances: imbalancesOf(reconciliation) };
}

function readRow({ params, imports, inputs, published, cautions, historyOut, ...row }: Row): RunRecord {
  const reconciliation = JSON.parse(row.reconciliation) as Reconciliation;
  const known = JSON.parse(imports) as readonly RunImport[];
  return {
    ...row,
    params: JSON.parse(params) as Params,
    published: JSON.parse(published) as readonly number[],
    cautions: JSON.parse(cautions) as readonly string[],
    historyOut: JSON.parse(historyOut) as readonly TakenOut[],
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
