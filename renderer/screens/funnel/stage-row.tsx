import { Switch, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { FigureButton } from '../../components/reconciliation/figure-button.tsx';
import type { FunnelReason, FunnelStage } from '../../components/reconciliation/funnel-stages.ts';
import shared from '../../components/reconciliation/reconciliation.module.css';
import { formatCount } from '../../format/numbers.ts';
import { Bar } from './bar.tsx';
import styles from './funnel.module.css';
import type { Which } from './group-view.ts';

/** Opens the entities behind a figure. */
export type OnOpen = (title: string, which: Which, stage: string, reason?: string) => void;

interface StageRowProps {
  readonly stage: FunnelStage;
  /** The stage as the run has it, when another funnel is drawn over it. */
  readonly before: FunnelStage | undefined;
  /** Names of the rules that are switched off. */
  readonly off: ReadonlySet<string>;
  /** Without it the figures open nothing. */
  readonly onOpen: OnOpen | undefined;
  /** Without it rules cannot be switched off. */
  readonly onSwitch: ((rule: string, on: boolean) => void) | undefined;
}

/** One stage: its bar, its three figures, and under it the reasons with theirs. */
export function StageRow({ stage, before, off, onOpen, onSwitch }: StageRowProps) {
  const { title, rules, reasons } = stage;
  const isOff = rules.length > 0 && rules.every(({ rule }) => off.has(rule));
  const [rule] = rules;
  return (
    <li className={styles.stage} data-off={isOff || undefined}>
      <div className={styles.name} title={stage.description || undefined}>
        {rules.length === 1 && rule && onSwitch ? (
          <Switch
            size="xs"
            label={title}
            checked={!off.has(rule.rule)}
            onChange={({ currentTarget }) => onSwitch(rule.rule, currentTarget.checked)}
          />
        ) : (
          title
        )}
      </div>
      <Bar
        kept={stage.outShare}
        lost={stage.inShare - stage.outShare}
        ghost={before && before.outShare !== stage.outShare ? before.outShare : undefined}
      />
      <FigureButton
        value={stage.in}
        label={`${title}: in`}
        {...(onOpen && { onOpen: () => onOpen(`Came to: ${title}`, 'in', stage.stage) })}
      />
      <FigureButton
        value={stage.dropped}
        sign="−"
        label={`${title}: dropped`}
        {...(onOpen && { onOpen: () => onOpen(`Dropped: ${title}`, 'dropped', stage.stage) })}
      />
      <FigureButton
        strong
        value={stage.out}
        label={`${title}: out`}
        {...(onOpen && { onOpen: () => onOpen(`Left after: ${title}`, 'out', stage.stage) })}
      />
      {reasons.length > 0 && (
        <ul className={styles.reasons} aria-label={`Reasons of ${title}`}>
          {reasons.map((reason) => (
            <ReasonRow key={reason.reason} stage={stage} reason={reason} onOpen={onOpen} />
          ))}
        </ul>
      )}
      {stage.dropsNobody && <NoRule stage={stage} />}
      {rules.length > 1 && onSwitch && (
        <ul className={styles.rules} aria-label={`Rules of ${title}`}>
          {rules.map((each) => (
            <li key={each.rule}>
              <Switch
                size="xs"
                label={each.title}
                checked={!off.has(each.rule)}
                onChange={({ currentTarget }) => onSwitch(each.rule, currentTarget.checked)}
              />
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

/** What the recipe says of a stage without rules, else that it drops nobody, which of the entry goes without saying. */
function NoRule({ stage: { isEntry, description } }: { readonly stage: FunnelStage }) {
  const words = description || (isEntry ? '' : 'Drops nobody.');
  return words === '' ? null : <p className={styles.noRule}>{words}</p>;
}

interface ReasonRowProps {
  readonly stage: FunnelStage;
  readonly reason: FunnelReason;
  /** Without it the figures open nothing. */
  readonly onOpen: OnOpen | undefined;
}

/** A reason with its three figures; the first stands under the stage's own. */
function ReasonRow({ stage, reason, onOpen }: ReasonRowProps) {
  const { title, dropped, any, only } = reason;
  const open = (which: Which, what: string) =>
    onOpen && (() => onOpen(`${what}: ${title}`, which, stage.stage, reason.reason));
  return (
    <li className={styles.reason}>
      {/* One reason of the stage's own name says nothing more. */}
      <span className={styles.reasonName}>{title === stage.title ? '' : title}</span>
      <span className={styles.reasonFigures}>
        <Named name="dropped here" value={dropped} onOpen={open('dropped', 'Dropped here')} title={title} />
        {any !== undefined && (
          <Named
            name="by this rule at all"
            value={any}
            onOpen={open('any', 'By this rule at all')}
            title={title}
          />
        )}
        {only !== undefined && (
          <Named
            name="by it alone"
            value={only}
            onOpen={open('only', 'Would come back without it')}
            title={title}
          />
        )}
      </span>
    </li>
  );
}

interface NamedProps {
  readonly name: string;
  readonly title: string;
  readonly value: number;
  readonly onOpen: (() => void) | undefined;
}

function Named({ name, title, value, onOpen }: NamedProps) {
  if (value === 0 || !onOpen) {
    return (
      <span>
        {formatCount(value)} {name}
      </span>
    );
  }
  return (
    <UnstyledButton className={shared.link} onClick={onOpen}>
      <b>{formatCount(value)}</b> {name}
      <VisuallyHidden>, {title}</VisuallyHidden>
    </UnstyledButton>
  );
}
