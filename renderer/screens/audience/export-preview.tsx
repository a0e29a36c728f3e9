import type { ExportFormat } from '../../../electron/contract/exports.ts';
import type { OutputInfo } from '../../../electron/contract/workspaces.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { Answered } from '../../components/answered.tsx';
import { Loading } from '../../components/loading.tsx';
import { formatCount, formatMany } from '../../format/numbers.ts';
import type { ColumnChoice } from './column-choice.ts';
import styles from './export.module.css';

interface ExportPreviewProps {
  readonly run: number;
  readonly output: OutputInfo;
  readonly format: ExportFormat;
  readonly columns: readonly Pick<ColumnChoice, 'name' | 'hashed'>[];
}

/** The first rows as the file will have them. */
export function ExportPreview({ run, output, format, columns }: ExportPreviewProps) {
  const query = useAnswer({
    key: ['exports.preview', run, output.name, format, columns],
    topics: [],
    ask: async (api, workspace) => ({
      columns,
      ...(await api.exports.preview({
        workspace,
        run,
        output: output.name,
        format,
        columns: [...columns],
      })),
    }),
    when: columns.length > 0,
  });
  return (
    <section className={styles.previewed} aria-labelledby="export-preview">
      {columns.length === 0 ? (
        <h3 id="export-preview">Nothing would be written</h3>
      ) : (
        <Answered
          query={query}
          loading={
            <>
              <h3 id="export-preview">As it will be</h3>
              <Loading lines={5} />
            </>
          }
        >
          {({ rows, first, columns: shown }) => (
            <>
              <h3 id="export-preview">
                As it will be: {formatMany(rows, 'row')}
                {rows > first.length ? `, the first ${formatCount(first.length)}` : ''}
              </h3>
              {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard. */}
              <section className={styles.preview} tabIndex={0} aria-label="The first rows">
                <table>
                  <thead>
                    <tr>
                      {shown.map(({ name }) => (
                        <th key={name} scope="col" data-figure={isFigureOf(output, name) || undefined}>
                          {name}
                        </th>
                      ))}
                    </tr>
                  </thead>
                  <tbody>
                    {first.map((cells, row) => (
                      // biome-ignore lint/suspicious/noArrayIndexKey: rows of a list have no other name.
                      <tr key={row}>
                        {shown.map(({ name, hashed }, place) => (
                          <td
                            key={name}
                            data-hashed={hashed || undefined}
                            data-figure={(!hashed && isFigureOf(output, name)) || undefined}
                            title={cells[place] ?? 'No value'}
                          >
                            {cells[place] ?? <span className={styles.faint}>–</span>}
                          </td>
                        ))}
                      </tr>
                    ))}
                  </tbody>
                </table>
              </section>
            </>
          )}
        </Answered>
      )}
    </section>
  );
}

/** Whether the recipe says of a column that its values are figures. */
function isFigureOf({ columns }: OutputInfo, name: string): boolean {
  const kind = columns.find((column) => column.name === name)?.kind;
  return kind === 'integer' || kind === 'decimal';
}
