import { Button, Checkbox, SegmentedControl } from '@mantine/core';
import { ArrowLeft, Columns3 } from 'lucide-react';
import type { AuditSummary } from '../../../electron/contract/audits.ts';
import { Answered } from '../../components/answered.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Screen } from '../../components/screen.tsx';
import { useRecordsBehind } from '../../components/use-records-behind.tsx';
import { useStepLink, useStepQuery } from '../../router/use-route.ts';
import { Choices } from './choices.tsx';
import { FIGURES, figureNamed } from './compare-figures.ts';
import { CompareTable } from './compare-table.tsx';
import { withDistinctNames } from './distinct-names.ts';
import { FindingTable } from './finding-table.tsx';
import styles from './tables.module.css';
import { useAudits } from './use-audits.ts';

/** Audits side by side, those of several solutions or of several months, so that what they have in common shows. */
export function CompareScreen() {
  const link = useStepLink();
  const audits = useAudits();
  return (
    <Screen
      title="Compare audits"
      about="Stages are matched by name"
      actions={
        <Button component="a" href={link('audit')} leftSection={<ArrowLeft size={14} aria-hidden />}>
          All audits
        </Button>
      }
    >
      <Answered query={audits}>
        {(list) =>
          list.length < 2 ? (
            <EmptyState icon={Columns3} title="There is nothing to compare yet">
              Two audits at least stand here side by side. Make another one.
            </EmptyState>
          ) : (
            <Comparison audits={withDistinctNames(list.toReversed())} />
          )
        }
      </Answered>
    </Screen>
  );
}

/** `audits` has the first made first. */
function Comparison({ audits }: { readonly audits: readonly AuditSummary[] }) {
  const [query, change] = useStepQuery();
  const [drawer, open] = useRecordsBehind();
  const left = new Set(query.without?.split(','));
  const chosen = audits.filter(({ audit }) => !left.has(String(audit)));
  const figure = figureNamed(query.figure);
  const choose = (audit: number, isOn: boolean) => {
    const next = new Set(left);
    if (isOn) next.delete(String(audit));
    else next.add(String(audit));
    change({ without: [...next].join(',') });
  };
  return (
    <div className={styles.page}>
      <Choices title="Audits">
        {audits.map(({ audit, name }) => (
          <Checkbox
            key={audit}
            label={name}
            checked={!left.has(String(audit))}
            onChange={({ currentTarget }) => choose(audit, currentTarget.checked)}
          />
        ))}
      </Choices>
      <div className={styles.figures}>
        <SegmentedControl
          aria-label="Figure"
          data={FIGURES.map(({ name, title }) => ({ value: name, label: title }))}
          value={figure.name}
          onChange={(name) => change({ figure: name })}
        />
      </div>
      {chosen.length < 2 ? (
        <p className={styles.dim}>Tick two audits at least.</p>
      ) : (
        <>
          <CompareTable audits={chosen} figure={figure} onOpen={open} />
          <FindingTable audits={chosen} />
        </>
      )}
      {drawer}
    </div>
  );
}
