import type { Reading } from '../../contract/files.ts';

/** A way to read a file as one text, the same for readings that say the same. */
export function readingText({ encoding, delimiter, columns = {}, formats = {} }: Reading): string {
  return JSON.stringify({
    ...(encoding !== undefined && { encoding }),
    ...(delimiter !== undefined && { delimiter }),
    ...(Object.keys(columns).length > 0 && { columns: sorted(columns) }),
    ...(Object.keys(formats).length > 0 && { formats: sorted(formats) }),
  });
}

function sorted<Value>(values: Readonly<Record<string, Value>>): Readonly<Record<string, Value>> {
  return Object.fromEntries(Object.entries(values).sort(([one], [other]) => (one < other ? -1 : 1)));
}
