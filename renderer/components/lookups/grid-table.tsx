import { NativeSelect, TextInput } from '@mantine/core';
import type { GridLookupInfo } from '../../../electron/contract/lookups.ts';
import { type Cells, cellName, regionsOf } from './lookup-words.ts';
import styles from './lookups.module.css';
import { regionColour } from './region-colour.ts';
import { walkCells } from './walk-cells.ts';

interface GridTableProps {
  readonly lookup: GridLookupInfo;
  readonly cells: Cells;
  readonly onChange: (row: number, column: number, text: string) => void;
}

/** A grid with its axes: a field a cell, coloured by its value so that regions show. */
export function GridTable({ lookup, cells, onChange }: GridTableProps) {
  const { rows, columns, own, choices } = lookup;
  const regions = regionsOf(lookup);
  const nameOf = (value: string) => lookup.choiceTitles?.[choices?.indexOf(value) ?? -1] ?? value;
  return (
    <div className={styles.scroll}>
      <table className={styles.grid} aria-label={lookup.title} onKeyDown={walkCells}>
        <thead>
          <tr>
            <td />
            <th colSpan={columns.values.length} scope="colgroup" className={styles.across}>
              {columns.title}
            </th>
          </tr>
          <tr>
            <th scope="col" className={styles.down}>
              {rows.title}
            </th>
            {columns.values.map((value) => (
              <th key={value} scope="col">
                {value}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.values.map((value, row) => (
            <tr key={value}>
              <th scope="row">{value}</th>
              {columns.values.map((column, place) => {
                const text = cells[row]?.[place] ?? '';
                const before = own[row]?.[place] ?? '';
                const isChanged = text.trim() !== before;
                const field = {
                  'aria-label': `${cellName(lookup, row, place)}${isChanged ? `, changed from ${nameOf(before)}` : ''}`,
                  value: text,
                  onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
                    onChange(row, place, event.currentTarget.value),
                };
                return (
                  <td
                    key={column}
                    data-changed={isChanged || undefined}
                    title={isChanged ? `The recipe has ${nameOf(before)}` : undefined}
                    style={{ background: regionColour(regions.indexOf(text)) }}
                  >
                    {choices ? (
                      <NativeSelect
                        {...field}
                        data={choices.map((value) => ({ value, label: nameOf(value) }))}
                        variant="unstyled"
                      />
                    ) : (
                      <TextInput {...field} variant="unstyled" error={text.trim() === ''} maxLength={2000} />
                    )}
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
