import type { Code } from '../../contract/codes.ts';
import type { Offer } from '../../contract/quarantine.ts';
import type { Recipe } from '../recipe/recipe.ts';
import { WHITE_SPACE } from '../white-space.ts';
import type { ReadableDb } from '../workspace/database.ts';
import { type ImportReader, importReaders } from './import-reader.ts';
import { perState } from './per-state.ts';

/** Something that the user once said of a text, and the files of which it was said, switched off or not. */
interface Said {
  readonly source: string;
  readonly column: string;
  readonly code: Code;
  readonly oldText: string;
  readonly newText: string;
  readonly files: ReadonlySet<string>;
}

/**
 * Corrections made before that fit open records of files of which nobody has said so yet, with how many there are; of several for one text
 * the latest. A key that is taken is each record's own matter, and that one record lacked a value says nothing of others.
 */
export function offersOf(db: ReadableDb, recipe: Recipe): readonly Offer[] {
  return perState(db, 'offers', () => {
    const said = whatWasSaid(db);
    return recipe.sources.flatMap((source) => {
      const own = said.filter((each) => each.source === source.name);
      if (own.length === 0) return [];
      const files = importReaders(db, source).filter((file) =>
        own.some((each) => !each.files.has(file.sha256)),
      );
      const counts = files.flatMap((file) => countTexts(db, file, own));
      return own.flatMap(({ files: _, ...offer }) => {
        const records = counts.filter((each) => each.offer === offer.oldText && isOf(each.of, offer));
        const total = records.reduce((sum, each) => sum + each.records, 0);
        return total === 0 ? [] : [{ ...offer, records: total }];
      });
    });
  });
}

interface TextCount {
  readonly of: Pick<Said, 'column' | 'code'>;
  readonly offer: string;
  readonly records: number;
}

function isOf(one: Pick<Said, 'column' | 'code'>, other: Pick<Said, 'column' | 'code'>): boolean {
  return one.column === other.column && one.code === other.code;
}

function whatWasSaid(db: ReadableDb): readonly Said[] {
  const rows = db
    .prepare<[], Omit<Said, 'files'> & { readonly sha256: string; readonly offered: number }>(
      `select source, column_name as "column", code, old_text as oldText, new_text as newText, sha256,
         active and (line is null or old_text <> '') as offered
       from correction
       where kind = 'cell' and code is not null and code <> 'duplicate_key'
       order by correction desc`,
    )
    .all();
  const classes = Map.groupBy(rows, ({ source, column, code, oldText }) =>
    JSON.stringify([source, column, code, oldText]),
  );
  return [...classes.values()].flatMap((own) => {
    const latest = own.find(({ offered }) => offered === 1);
    if (!latest) return [];
    const { source, column, code, oldText, newText } = latest;
    const files = new Set(own.map(({ sha256 }) => sha256));
    return [{ source, column, code, oldText, newText, files }];
  });
}

/** How often the texts stand in a file that has them with the fault, one pass for each fault. */
function countTexts(db: ReadableDb, file: ImportReader, said: readonly Said[]): readonly TextCount[] {
  const open = said.filter(({ files }) => !files.has(file.sha256));
  const byFault = Map.groupBy(open, ({ column, code }) => JSON.stringify([column, code]));
  const counts = db
    .prepare<unknown[], [text: string, records: number]>(
      `select trim(json_extract(coalesce(corrected_cells, cells), ?), ?) as text, count(*)
       from fault
       cross join quarantine using (record)
       where fault.record between ? << 32 and (? << 32) + 4294967295
         and not fault.lifted
         and fault.column_name = ?
         and fault.code = ?
         and quarantine.state = 'open'
         and text in (select value from json_each(?))
       group by text`,
    )
    .raw();
  return [...byFault.values()].flatMap((own) => {
    const [of] = own;
    const place = of === undefined ? undefined : file.places.get(of.column);
    if (of === undefined || place === undefined) return [];
    const texts = JSON.stringify(own.map(({ oldText }) => oldText));
    const importNumber = BigInt(file.import);
    return counts
      .all(`$[${place}]`, WHITE_SPACE, importNumber, importNumber, of.column, of.code, texts)
      .map(([offer, records]) => ({ of, offer, records }));
  });
}
