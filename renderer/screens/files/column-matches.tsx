import { Select } from '@mantine/core';
import type { Inspection } from '../../../electron/contract/files.ts';
import type { SourceInfo } from '../../../electron/contract/workspaces.ts';
import styles from './files.module.css';

/** For each column of the source the header of the file that stands for it. */
export function ColumnMatches(props: {
  readonly info: SourceInfo;
  readonly inspection: Inspection;
  readonly columns: Readonly<Record<string, string | null>>;
  onChange(column: string, header: string | null): void;
}) {
  const { info, inspection, columns, onChange } = props;
  const headers = [...new Set(inspection.header)].filter((header) => header !== '');
  return (
    <div className={styles.scrolled}>
      <table className={styles.matches}>
        <thead>
          <tr>
            <th scope="col">Column of {info.name}</th>
            <th scope="col">In the file</th>
            <th scope="col">What it takes</th>
          </tr>
        </thead>
        <tbody>
          {info.columns.map(({ name, header, required, takes, description }) => {
            const told = inspection.mapping.find(({ column }) => column === name);
            const isSuggested =
              told?.header === null && told.suggestion !== null && columns[name] === told.suggestion;
            return (
              <tr key={name}>
                <th scope="row" title={description}>
                  {header} {required ? <span className={styles.needed}>needed</span> : null}
                </th>
                <td>
                  <Select
                    aria-label={`Header for ${header}`}
                    data={headers}
                    value={columns[name] ?? null}
                    placeholder={
                      inspection.shape === 'delimited' ? 'Not in the file' : 'Not in the first records'
                    }
                    clearable
                    allowDeselect={false}
                    searchable={headers.length > 10}
                    error={required && !columns[name]}
                    onChange={(chosen) => onChange(name, chosen)}
                  />
                  {isSuggested ? <span className={styles.dim}>suggested</span> : null}
                </td>
                <td className={styles.dim}>{takes}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
