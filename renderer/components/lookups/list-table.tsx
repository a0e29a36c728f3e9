import { Textarea } from '@mantine/core';
import type { ListLookupInfo } from '../../../electron/contract/lookups.ts';
import { type Cells, cellName } from './lookup-words.ts';
import styles from './lookups.module.css';
import { walkCells } from './walk-cells.ts';

interface ListTableProps {
  readonly lookup: ListLookupInfo;
  readonly cells: Cells;
  readonly onChange: (row: number, column: number, text: string) => void;
}

/** A list with a field a text; its keys stay what they are. */
export function ListTable({ lookup, cells, onChange }: ListTableProps) {
  const { key, columns, own } = lookup;
  return (
    <div className={styles.scroll}>
      <table className={styles.list} aria-label={lookup.title} onKeyDown={walkCells}>
        <thead>
          <tr>
            <th scope="col">{key.title}</th>
            {columns.map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {key.values.map((name, row) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {columns.map((title, place) => {
                const text = cells[row]?.[place] ?? '';
                const before = own[row]?.[place] ?? '';
                const isChanged = text.trim() !== before.trim();
                return (
                  <td
                    key={title}
                    data-changed={isChanged || undefined}
                    title={isChanged ? `The recipe has: ${before}` : undefined}
                  >
                    <Textarea
                      aria-label={`${cellName(lookup, row, place)}${isChanged ? `, changed from ${before}` : ''}`}
                      autosize
                      minRows={1}
                      maxLength={2000}
                      value={text}
                      error={text.trim() === '' ? 'Empty' : null}
                      onChange={({ currentTarget }) => onChange(row, place, currentTarget.value)}
                    />
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
