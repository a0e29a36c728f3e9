import type { RunComparison } from '../../../electron/contract/runs.ts';
import type { ViewOf } from '../../../electron/contract/views.ts';
import { formatCount, formatMany } from '../../format/numbers.ts';
import styles from './runs.module.css';

interface MovementProps {
  readonly comparison: RunComparison;
  readonly onOpen: (title: string, of: ViewOf) => void;
}

/** How many left, stayed and came, as figures and as one bar. */
export function Movement({ comparison, onOpen }: MovementProps) {
  const { from, to, came, left, stayed } = comparison;
  const all = Math.max(1, came + left + stayed);
  const share = (count: number) => ({ inlineSize: `${(count / all) * 100}%` });
  const open = (which: 'came' | 'left', title: string) =>
    onOpen(title, { kind: 'difference', from: from.run, to: to.run, which });
  return (
    <div className={styles.movement}>
      <div className={styles.moves}>
        <Move
          kind="left"
          name="left"
          sign="−"
          count={left}
          onOpen={() => open('left', `Left from run ${from.run} to run ${to.run}`)}
        />
        <Move kind="stayed" name="stayed" sign="" count={stayed} />
        <Move
          kind="came"
          name="came"
          sign="+"
          count={came}
          onOpen={() => open('came', `Came from run ${from.run} to run ${to.run}`)}
        />
      </div>
      <div className={styles.moveBar} aria-hidden="true">
        <span data-kind="left" style={share(left)} />
        <span data-kind="stayed" style={share(stayed)} />
        <span data-kind="came" style={share(came)} />
      </div>
      <p className={styles.dim}>
        {formatMany(from.delivered, 'was', 'were')} delivered before, {formatMany(to.delivered, 'is', 'are')}{' '}
        now.
      </p>
    </div>
  );
}

interface MoveProps {
  readonly kind: 'left' | 'stayed' | 'came';
  readonly name: string;
  readonly sign: string;
  readonly count: number;
  readonly onOpen?: () => void;
}

function Move({ kind, name, sign, count, onOpen }: MoveProps) {
  const figure = `${count === 0 ? '' : sign}${formatCount(count)}`;
  return (
    <div className={styles.move} data-kind={kind}>
      {count > 0 && onOpen ? (
        <button
          type="button"
          className={styles.big}
          onClick={onOpen}
          aria-label={`${formatCount(count)} ${name}. Open them`}
        >
          {figure}
        </button>
      ) : (
        <span className={styles.big}>{figure}</span>
      )}
      <span className={styles.dim}>{name}</span>
    </div>
  );
}
