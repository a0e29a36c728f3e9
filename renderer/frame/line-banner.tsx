import { Unplug } from 'lucide-react';
import { useLine } from '../api/connection.tsx';
import { host } from '../host/choose-host.ts';
import styles from './frame.module.css';

/** Says calmly that the engine is not to be reached; nothing while it is. */
export function LineBanner() {
  const line = useLine();
  if (line.kind === 'open' || line.kind === 'connecting') return null;
  return (
    <div role="status" className={styles.notice}>
      <Unplug size={16} aria-hidden />
      <span className={styles.noticeText}>
        {line.kind === 'ended' ? ENDED[host.kind] : `${line.message} ${TRYING[host.kind]}`}
      </span>
    </div>
  );
}

const TRYING = {
  desktop: 'Muster is trying again; your work is kept.',
  browser:
    'It is tried again; your work is kept. Where Muster was started anew, open the address that it printed.',
} as const;

const ENDED = {
  desktop:
    'The engine of Muster could not be started again. Your work is kept: close the window and open Muster anew.',
  browser: 'Muster has ended. Your work is kept: start it again, and open the address that it prints.',
} as const;
