import { ActionIcon } from '@mantine/core';
import { FileX, Table2, X } from 'lucide-react';
import type { RecentWorkspace } from '../../../electron/contract/workspaces.ts';
import { formatInstant } from '../../format/times.ts';
import styles from './home.module.css';

/** The workspaces that were opened, latest first; those that are gone are greyed. */
export function RecentList(props: {
  readonly recents: readonly RecentWorkspace[];
  onOpen(path: string): void;
  onForget(path: string): void;
}) {
  const { recents, onOpen, onForget } = props;
  if (recents.length === 0) {
    return (
      <p className={styles.none}>No workspace was opened yet. Begin with a recipe, or drop files here.</p>
    );
  }
  return (
    <ul className={styles.recents}>
      {recents.map(({ path, name, recipeTitle, openedAt, there }) => (
        <li key={path} className={styles.recent} data-gone={!there || undefined}>
          {there ? (
            <button type="button" className={styles.open} onClick={() => onOpen(path)} title={path}>
              <Table2 size={16} aria-hidden />
              <span className={styles.recentName}>{name}</span>
              <span className={styles.recentAbout}>{recipeTitle}</span>
              <time dateTime={openedAt} className={styles.recentAbout}>
                {formatInstant(openedAt)}
              </time>
            </button>
          ) : (
            <span className={styles.open} title={path}>
              <FileX size={16} aria-hidden />
              <span className={styles.recentName}>{name}</span>
              <span className={styles.recentAbout}>No longer at {path}</span>
            </span>
          )}
          <ActionIcon
            aria-label={`Remove ${name} from list`}
            title="Remove from list"
            onClick={() => onForget(path)}
          >
            <X size={14} aria-hidden />
          </ActionIcon>
        </li>
      ))}
    </ul>
  );
}
