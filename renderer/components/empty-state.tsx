import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './notes.module.css';

/** What stands where there is nothing yet: what would stand here, and the way on. */
export function EmptyState(props: {
  readonly icon?: LucideIcon;
  readonly title: string;
  readonly children?: ReactNode;
  /** The next step, as a button or a link. */
  readonly action?: ReactNode;
}) {
  const { icon: Icon, title, children, action } = props;
  return (
    <div className={styles.empty}>
      {Icon ? <Icon className={styles.icon} size={32} strokeWidth={1.5} aria-hidden="true" /> : null}
      <h2 className={styles.title}>{title}</h2>
      {children ? <div className={styles.dim}>{children}</div> : null}
      {action ? <div className={styles.action}>{action}</div> : null}
    </div>
  );
}
