import { Failure } from '../failure.ts';
import {
  isPrepared,
  type PresentImport,
  prepareSource,
  presentImports,
  removeImport,
} from '../ingest/import-table.ts';
import { openInput } from '../ingest/input-file.ts';
import { readingText } from '../ingest/reading-text.ts';
import type { Source } from '../recipe/recipe.ts';
import { keepPlace } from './keep-place.ts';
import { type LoadContext, loadPlanned, openAgain, type Planned } from './load-planned.ts';
import { sha256Of } from './loaded-twin.ts';
import type { Placed, PlacedFile } from './place-file.ts';

/**
 * Loads a file into a source that is incremental, behind those that are there. One whose content is there already, under whatever name,
 * stays, unless the user has decided another reading: it is then read anew in its place. The caller holds the transaction and undoes it
 * on a Failure.
 */
export async function addBehind(
  context: LoadContext,
  source: Source,
  { path, name, decided, reading, readingFrom, of }: PlacedFile,
): Promise<Placed> {
  const { db, cancel } = context;
  const present = presentImports(db, source);
  const anew = present.length > 0 && !isPrepared(db, source);
  const opened: Planned[] = [];
  try {
    const file = openInput(path, name);
    const own: Planned = { source, file, reading, readingFrom, before: undefined };
    opened.push(own);
    const sha256 = await sha256Of(file, cancel);
    const same = present.find((each) => each.sha256 === sha256);
    if (of !== undefined && same?.import !== of) throw changed(path);
    if (same && !anew && !isReadOtherwise(same, decided, reading)) {
      file.assertUnchanged();
      await keepPlace(db, same, { name, path }, cancel);
      return { outcome: 'unchanged', header: [], as: same.file };
    }
    const before = (anew ? present.filter((each) => each !== same) : []).map((each): Planned => {
      const again = { ...openAgain(source, each), importNumber: each.import };
      opened.push(again);
      return again;
    });
    if (!isPrepared(db, source)) prepareSource(db, source);
    else if (same) removeImport(db, source, same.import);
    const numbered = same ? { ...own, importNumber: same.import } : own;
    const loaded = await loadPlanned(context, source, [...before, numbered]);
    return { outcome: 'loaded', header: loaded.at(-1)?.header ?? [] };
  } finally {
    for (const { file } of opened) file.close();
  }
}

function isReadOtherwise(same: PresentImport, decided: boolean, reading: PlacedFile['reading']): boolean {
  return decided && readingText(reading) !== readingText(same.reading);
}

function changed(path: string): Failure {
  return new Failure(`${path} has changed since it was loaded.`, 'Add it again.');
}
