import type { Inspection } from '../../../electron/contract/files.ts';
import styles from './files.module.css';

/** The first records of a file, as it would be read. */
export function PreviewRows(props: {
  readonly inspection: Inspection;
  readonly columns: Readonly<Record<string, string | null>>;
}) {
  const { header, rows } = props.inspection;
  const used = new Set(Object.values(props.columns));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is to be scrolled by the keyboard, too.
    <section className={styles.preview} aria-label="First records of the file" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">line</th>
            {header.map((name, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: headers may repeat; their places do not change.
              <th key={place} scope="col" data-unused={!used.has(name) || undefined}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ line, cells }) => (
            <tr key={line}>
              <th scope="row">{line}</th>
              {cells.map((cell, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: cells have only their places.
                <td key={place}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
