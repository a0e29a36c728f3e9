import { ENCODINGS } from '../../contract/file-formats.ts';
import type { ColumnMapping, Inspection, Reading } from '../../contract/files.ts';
import { Failure } from '../failure.ts';
import { suggestHeaders } from '../ingest/suggest-headers.ts';
import type { Recipe } from '../recipe/recipe.ts';
import type { ReadableDb } from '../workspace/database.ts';
import { readHead } from './head.ts';
import { findFile, type KnownFile, sourceOf } from './read-file.ts';
import { type SourceFit, sourceFit, sourceFits } from './source-fit.ts';

/** A file's first part, by the source and the reading that are asked about, else as it is loaded or would be. */
export async function inspectFile(
  db: ReadableDb,
  recipe: Recipe,
  asked: {
    readonly file: KnownFile;
    readonly source?: string | undefined;
    readonly reading?: Reading | undefined;
  },
): Promise<Inspection> {
  const { path, name, loaded } = findFile(db, asked.file);
  const chosen = asked.source ?? loaded?.source;
  const reading = asked.reading ?? (loaded?.source === chosen ? loaded?.reading : undefined);
  // The first part alone may tell another encoding than all of the file has told.
  const known = ENCODINGS.find((encoding) => encoding === loaded?.encoding);
  const encoding = reading?.encoding ?? (asked.reading ? undefined : known);
  const head = await readHead(path, name, encoding);
  const fits = sourceFits(db, recipe.sources, head);
  const source = chosen === undefined ? fits[0]?.source : sourceOf(recipe, chosen);
  if (!source) throw new Failure(`${recipe.title} has no source.`, 'Choose another recipe.');
  const fit = sourceFit(db, source, head, reading);
  const { header, rows } = fit.records;
  return {
    name,
    bytes: head.bytes,
    encoding: head.encoding.encoding,
    shape: fit.shape,
    delimiter: fit.delimiter ?? '',
    header,
    rows,
    candidates: fits.map((each) => ({ source: each.source.name, fit: each.fit, byName: each.byName })),
    source: source.name,
    mapping: mappingOf(fit),
  };
}

/** For each column the header that stands for it or, where none does, the likeliest of those that are free. */
function mappingOf({ source, indexes, records: { header, rows } }: SourceFit): readonly ColumnMapping[] {
  const cells = rows.map((row) => row.cells);
  const suggested = suggestHeaders(source.columns, indexes, header, cells);
  return source.columns.map(({ name }, column) => ({
    column: name,
    header: header[indexes[column] ?? -1] ?? null,
    suggestion: suggested.get(name) ?? null,
  }));
}
