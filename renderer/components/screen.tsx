import type { ReactNode } from 'react';
import styles from './screen.module.css';

/** A step's screen: its heading with what belongs beside it, and below it what fills the rest. */
export function Screen(props: {
  readonly title: string;
  /** A sentence or figures beside the heading. */
  readonly about?: ReactNode;
  /** Buttons at the right. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  /** `page`: scrolls as a whole, with margins. `fill`: its parts scroll by themselves, as a grid does. */
  readonly kind?: 'page' | 'fill';
}) {
  const { title, about, actions, children, kind = 'page' } = props;
  return (
    <div className={styles.screen} data-kind={kind}>
      <header className={styles.head}>
        <h1 className={styles.title}>{title}</h1>
        <div className={styles.about}>{about}</div>
        {actions ? <div className={styles.actions}>{actions}</div> : null}
      </header>
      <div className={styles.body}>{children}</div>
    </div>
  );
}
