import { Drawer, VisuallyHidden } from '@mantine/core';
import type { ColumnProfile } from '../../../electron/contract/files.ts';
import type { ColumnInfo } from '../../../electron/contract/workspaces.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { Answered } from '../../components/answered.tsx';
import { formatCount, formatDecimal, formatShare } from '../../format/numbers.ts';
import styles from './files.module.css';

/** What is in the columns of a source: filled, distinct, least, most, and how the values are spread. */
export function ProfileDrawer(props: {
  readonly source: string;
  readonly columns: readonly ColumnInfo[];
  readonly opened: boolean;
  onClose(): void;
}) {
  const { source, columns, opened, onClose } = props;
  const query = useAnswer({
    key: ['files.profile', source],
    topics: ['files', 'quarantine'],
    ask: (api, workspace) => api.files.profile({ workspace, source }),
    when: opened,
  });
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      title={`Profile of ${source}`}
      position="right"
      size="min(60rem, 92vw)"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <Answered query={query}>
        {(profiles) => (
          <table className={styles.profile}>
            <thead>
              <tr>
                <th scope="col">Column</th>
                <th scope="col" data-figure>
                  Filled
                </th>
                <th scope="col" data-figure>
                  Distinct
                </th>
                <th scope="col">Least</th>
                <th scope="col">Most</th>
                <th scope="col">Spread</th>
              </tr>
            </thead>
            <tbody>
              {profiles.map((profile) => (
                <ProfileRow
                  key={profile.column}
                  profile={profile}
                  info={columns.find(({ name }) => name === profile.column)}
                />
              ))}
            </tbody>
          </table>
        )}
      </Answered>
    </Drawer>
  );
}

function ProfileRow({
  profile,
  info,
}: {
  readonly profile: ColumnProfile;
  readonly info: ColumnInfo | undefined;
}) {
  const { column, filled, empty, distinct, least, most, histogram } = profile;
  const all = filled + empty;
  const isFigure = info?.kind === 'decimal' || info?.kind === 'integer';
  const shown = (text: string | null) => (text === null ? '–' : isFigure ? formatDecimal(text) : text);
  return (
    <tr>
      <th scope="row" title={info?.description}>
        {info?.header ?? column}
        <span className={styles.kind}>{info?.kind}</span>
      </th>
      <td data-figure>
        {formatCount(filled)}
        <span className={styles.kind}>{all === 0 ? '' : formatShare(filled / all)}</span>
      </td>
      <td data-figure>{formatCount(distinct)}</td>
      <td className={styles.extreme} title={least ?? ''}>
        {shown(least)}
      </td>
      <td className={styles.extreme} title={most ?? ''}>
        {shown(most)}
      </td>
      <td>
        <Histogram bars={histogram} />
      </td>
    </tr>
  );
}

/** Small bars, each with its label and count for whoever points at it or listens. */
function Histogram({ bars }: { readonly bars: ColumnProfile['histogram'] }) {
  const highest = Math.max(1, ...bars.map(({ count }) => count));
  if (bars.length === 0) return <span className={styles.dim}>–</span>;
  return (
    <ul className={styles.histogram}>
      {bars.map(({ label, count }) => (
        <li key={label} title={`${label}: ${formatCount(count)}`}>
          <span className={styles.column} style={{ blockSize: `${Math.max(4, (count / highest) * 100)}%` }} />
          <VisuallyHidden>
            {label}: {formatCount(count)}
          </VisuallyHidden>
        </li>
      ))}
    </ul>
  );
}
