import { TriangleAlert } from 'lucide-react';
import type { AuditInput } from '../../../electron/contract/audits.ts';
import { formatBytes, formatCount } from '../../format/numbers.ts';
import { ROLE_NAMES } from './role-names.ts';
import styles from './tables.module.css';

/** The files of an audit: what was read of each, and what could not be taken. */
export function InputTable({ inputs }: { readonly inputs: readonly AuditInput[] }) {
  return (
    <section className={styles.section} aria-labelledby="audit-inputs">
      <h2 id="audit-inputs">Files</h2>
      <p className={styles.dim}>Read = accepted + rejected.</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard. */}
      <section className={styles.scrolled} aria-label="Files of the audit" tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">File</th>
              <th scope="col">Role</th>
              <th scope="col">Stage</th>
              <th scope="col" data-figure>
                Size
              </th>
              <th scope="col" data-figure>
                Read
              </th>
              <th scope="col" data-figure>
                Accepted
              </th>
              <th scope="col" data-figure>
                Rejected
              </th>
            </tr>
          </thead>
          <tbody>
            {inputs.map((input) => (
              <InputRow key={`${input.role} ${input.name} ${input.sha256}`} input={input} />
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

function InputRow({ input }: { readonly input: AuditInput }) {
  const { file, role, name, bytes, read, accepted, rejected, codes, sha256 } = input;
  return (
    <tr>
      <th scope="row" title={`SHA-256 ${sha256}`}>
        {file}
      </th>
      <td>{ROLE_NAMES[role]}</td>
      <td>{role === 'stage' ? name : ''}</td>
      <td data-figure>{formatBytes(bytes)}</td>
      <td data-figure>{formatCount(read)}</td>
      <td data-figure>{formatCount(accepted)}</td>
      <td data-figure>
        {rejected === 0 ? (
          '0'
        ) : (
          <span className={styles.warn}>
            <TriangleAlert size={12} aria-hidden /> {formatCount(rejected)}
            <span className={styles.about}>
              {Object.entries(codes)
                .map(([code, count]) => `${code.replaceAll('_', ' ')} ${formatCount(count)}`)
                .join(', ')}
            </span>
          </span>
        )}
      </td>
    </tr>
  );
}
