import { writeCsv } from './csv.ts';
import { normalise } from './header.ts';
import type { LoadedFile, LoadedSource } from './load.ts';

const OWN = ['rejection_reason', 'source_file', 'source_line'];

/** Its name for a source. */
export function rejectedName(source: string): string {
  return `rejected-${source.replaceAll('_', '-')}.csv`;
}

/** What `rejected-<source>.csv` holds. */
export function writeRejected({ source, files }: LoadedSource): string {
  // Without a file there are no columns but those that the source would take.
  const header = files.length === 0 ? source.columns.map(({ name }) => name) : [];
  const places = files.map((file) => placeColumns(file, header));
  const rows = files.flatMap((file, index) =>
    file.rejected.map(({ cells, codes, line }) => {
      const row = header.map((_, at) => cells[places[index]?.indexOf(at) ?? -1] ?? '');
      return [...row, codes.join('|'), file.file, String(line)];
    }),
  );
  return writeCsv([[...header, ...OWN], ...rows]);
}

/** Where the columns of a file stand in the common header, which grows by those that are new. */
function placeColumns(file: LoadedFile, header: string[]): readonly number[] {
  const places: number[] = [];
  for (const cell of ownHeader(file.header)) {
    const known = header.findIndex(
      (other, at) => !places.includes(at) && normalise(other) === normalise(cell),
    );
    places.push(known < 0 ? header.push(cell) - 1 : known);
  }
  return places;
}

/** A rejected file that was corrected ends in the three columns that Muster added. */
function ownHeader(header: readonly string[]): readonly string[] {
  return header.slice(-OWN.length).join() === OWN.join() ? header.slice(0, -OWN.length) : header;
}
