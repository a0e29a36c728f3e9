import type { Axis } from '../../../../electron/contract/insights.ts';
import { walkFigures } from '../../walk-figures.ts';
import { axisText, cellText } from '../axis-text.ts';
import { type OpenedMark, type TableInsight, textOf } from '../insight-kinds.ts';
import { isFigure, rowMark } from '../row-marks.ts';
import styles from './insight-rows.module.css';

interface InsightRowsProps {
  readonly insight: TableInsight;
  readonly onOpen: (mark: OpenedMark) => void;
}

/** A text of more characters than this is a sentence rather than a name. */
export const SENTENCE = 40;

/** A small table: figures to the right, words as long as they are; a row opens what is behind it. */
export function InsightRows({ insight, onOpen }: InsightRowsProps) {
  const { columns, x, shown, rows, title, opens } = insight;
  const hasSentences = (at: number) => rows.some((row) => (textOf(row[at])?.length ?? 0) > SENTENCE);
  const side = ({ column }: Axis) => {
    if (isFigure(insight, column)) return 'figure';
    return hasSentences(columns.indexOf(column)) ? 'sentence' : undefined;
  };
  // What scrolls is reached by the keyboard: by the buttons of its rows, or itself.
  const reached = opens ? {} : { tabIndex: 0, role: 'group', 'aria-label': title };
  return (
    <div className={styles.framed} {...reached}>
      <table className={styles.table} aria-label={title} onKeyDown={walkFigures}>
        <thead>
          <tr>
            <th scope="col">{x.title}</th>
            {shown.map((axis) => (
              <th key={axis.column} scope="col" data-side={side(axis)}>
                {axis.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => {
            const cell = (column: string) => row[columns.indexOf(column)];
            const name = axisText(textOf(cell(x.column)), x.format);
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows stay in their order, and two may have one name.
              <tr key={index} data-opens={opens || undefined}>
                <th scope="row">
                  {opens ? (
                    <button
                      type="button"
                      className={styles.open}
                      onClick={() => onOpen(rowMark(insight, row))}
                    >
                      {name}
                    </button>
                  ) : (
                    name
                  )}
                </th>
                {shown.map((axis) => (
                  <td key={axis.column} data-side={side(axis)}>
                    {cellText(cell(axis.column), axis.format)}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
