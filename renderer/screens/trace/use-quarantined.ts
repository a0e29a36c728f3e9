import { useAnswer } from '../../api/use-answer.ts';

/** A rejected record as the quarantine knows it: its number, and its reasons in plain words. */
export interface QuarantinedRecord {
  readonly record: string;
  readonly reasons: string;
}

/** Rows of the quarantine that are looked through. */
const MOST = 200;

/** Looks up rejected records of a source in which a text stands, by file and line. */
export function useQuarantined(
  source: string,
  text: string,
): (file: string, line: number) => QuarantinedRecord | undefined {
  const { data } = useAnswer({
    key: ['quarantined', source, text],
    topics: ['quarantine', 'files'],
    ask: async (api, workspace) => {
      const of = { kind: 'quarantine', filter: { source } } as const;
      const { view, columns } = await api.views.open({ workspace, of, search: text });
      try {
        const { rows } = await api.views.page({ workspace, view, from: 0, count: MOST });
        const at = (name: string) => columns.findIndex((column) => column.name === name);
        const [file, line, reasons] = [at('file'), at('line'), at('reasons')];
        return rows.map(({ id, cells }) => ({
          place: `${cells[file]}:${cells[line]}`,
          record: id,
          reasons: cells[reasons] ?? '',
        }));
      } finally {
        await api.views.close({ workspace, view });
      }
    },
  });
  return (file, line) => data?.find(({ place }) => place === `${file}:${line}`);
}
