import type { OnProgress } from '../../contract/progress.ts';
import { type InputFile, openInput } from '../ingest/input-file.ts';
import { type LookAhead, lookAhead, type SourceFile } from '../ingest/look-ahead.ts';
import type { Column } from '../recipe/recipe.ts';
import { identifier, type WritableDb } from '../workspace/database.ts';
import type { AuditData, AuditFile, AuditReference } from './audit-data.ts';
import { type AuditInputFile, type AuditRequest, inputFilesOf } from './audit-request.ts';
import type { AuditTables } from './audit-tables.ts';
import { type FoundHeader, type HeaderLayout, layoutOf } from './header-layout.ts';
import { buildStage, createKeys, takeKeys } from './key-rows.ts';
import { type LoadedAuditFile, loadAuditFile, loadingNames } from './load-audit-file.ts';
import { buildReference, referenceColumns, type Validity, validityOf } from './reference-rows.ts';
import { buildTraces, commonColumns, REASON } from './trace-rows.ts';

/** A file whose records stand in a loading table. */
interface Loaded {
  readonly input: AuditInputFile;
  readonly found: LoadedAuditFile;
  readonly layout: HeaderLayout;
  readonly table: string;
  readonly validity: Validity | undefined;
}

/**
 * Loads all files of an audit into its tables. Throws a Failure that names the file where one cannot be read or lacks a column; the caller
 * undoes the transaction. `onProgress` may throw to stop the work.
 */
export async function loadAudit(
  db: WritableDb,
  tables: AuditTables,
  request: AuditRequest,
  onProgress: OnProgress,
): Promise<AuditData> {
  const inputs = inputFilesOf(request);
  const opened: InputFile[] = [];
  try {
    for (const { file } of inputs) opened.push(openInput(file.path, file.name));
    const files = opened.map((file, index) => sourceFile(file, inputs[index]?.name ?? '', request.key));
    const look = lookAhead(files);
    try {
      return await loadEach(db, tables, request, files, look, onProgress);
    } finally {
      await look.stop();
    }
  } finally {
    for (const file of opened) file.close();
  }
}

async function loadEach(
  db: WritableDb,
  tables: AuditTables,
  request: AuditRequest,
  files: readonly SourceFile[],
  look: LookAhead,
  onProgress: OnProgress,
): Promise<AuditData> {
  const { key } = request;
  const parts = key.length;
  createKeys(db, tables, parts);
  const stages: AuditFile[] = [];
  const traces: Loaded[] = [];
  const references: AuditReference[] = [];
  for (const [index, input] of inputFilesOf(request).entries()) {
    const file = files[index];
    if (!file) throw new Error(`${input.file.name} was not opened.`);
    const loaded = await loadOne(db, request, index, input, file, look, onProgress);
    const { table, layout } = loaded;
    onProgress({ kind: 'step', phase: 'load', name: input.name });
    if (input.role === 'reference') {
      references.push({ ...auditFile(loaded), ...buildReference(db, request, loaded) });
    } else {
      takeKeys(db, tables, parts, table);
      if (input.role === 'stage') {
        buildStage(db, tables, stages.length, { table, parts, columns: layout.columns.length });
        stages.push(auditFile(loaded));
      } else traces.push(loaded);
    }
    // Records of traces wait for each other: their columns become those of one table.
    if (input.role === 'stage' || input.role === 'reference') db.exec(`drop table ${table}`);
  }
  const loadedTraces = traces.map(({ table, layout }) => ({ table, columns: layout.columns }));
  buildTraces(db, tables, parts, loadedTraces, request.traces.length);
  for (const { table } of traces) db.exec(`drop table ${table}`);
  return {
    db,
    tables,
    key,
    stages,
    traces: traces.map(auditFile),
    traceColumns: commonColumns(loadedTraces),
    references,
    asOf: request.asOf,
  };
}

async function loadOne(
  db: WritableDb,
  request: AuditRequest,
  index: number,
  input: AuditInputFile,
  file: SourceFile,
  look: LookAhead,
  onProgress: OnProgress,
): Promise<Loaded> {
  const table = `temp.${identifier(`audit_loading_${index}`)}`;
  const isReference = input.role === 'reference';
  // What is beside the main reporting may be a bare list of keys.
  const required = input.role === 'trace' ? [REASON] : [];
  let layout: HeaderLayout = { keyPlaces: [], columns: [] };
  let validity: Validity | undefined;
  const begin = (header: FoundHeader) => {
    layout = layoutOf(header, request.key, required, isReference);
    validity = isReference ? validityOf(header, layout, request) : undefined;
    const columns = [...columnsToLoad(request.key, layout), ...referenceColumns(validity)];
    const values = loadingNames(columns.length).map((name) => `${name} any`);
    db.exec(`create table ${table} (line integer primary key, ${values.join(', ')}) strict`);
    return { table: `audit_loading_${index}`, columns };
  };
  const found = await loadAuditFile(db, file, look, begin, onProgress);
  return { input, found, layout, table, validity };
}

/** The columns of the key that the file has, which no record may lack, then all others as texts. */
function columnsToLoad(
  key: readonly string[],
  { keyPlaces, columns }: HeaderLayout,
): readonly (Column & { readonly place: number })[] {
  const ofKey = key.map((name, part) => ({ ...column(name, 'id', true), place: keyPlaces[part] ?? -1 }));
  const others = columns.map(({ title, place }) => ({ ...column(title, 'text', false), place }));
  return [...ofKey.filter(({ place }) => place >= 0), ...others];
}

function column(name: string, kind: 'id' | 'text', required: boolean): Column {
  return { name, header: name, type: { kind }, required, description: '' };
}

function auditFile({ input, found, layout }: Loaded): AuditFile {
  return { role: input.role, name: input.name, file: input.file.name, ...found, ...layout };
}

/** A file as the reader knows it: as one of a source of which the key alone is known. */
function sourceFile(file: InputFile, name: string, key: readonly string[]): SourceFile {
  const columns = key.map((each) => column(each, 'id', true));
  return {
    source: { name, description: '', files: [], required: true, unique: [], incremental: false, columns },
    file,
    reading: {},
  };
}
