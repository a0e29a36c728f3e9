import { Button, Loader, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { RunDetail } from '../../../electron/contract/runs.ts';
import { asProblem } from '../../api/problem.ts';
import { useWorkspace } from '../../api/workspace.tsx';
import { CautionNote } from '../../components/cautions/caution-note.tsx';
import { ParamField } from '../../components/param-field.tsx';
import shared from '../../components/reconciliation/reconciliation.module.css';
import { formatCount } from '../../format/numbers.ts';
import { useStepLink } from '../../router/use-route.ts';
import styles from './funnel.module.css';
import type { WhatIfState } from './use-what-if.ts';

/** Stands for the panel while the funnel is that of a group. */
export function NoWhatIf({ word, onAll }: { readonly word: string; readonly onAll: () => void }) {
  return (
    <aside className={styles.whatIf} aria-labelledby="what-if">
      <h2 id="what-if">What if?</h2>
      <p className={styles.dim}>
        What would happen is worked out over everybody, so it cannot be tried on one {word} alone.
      </p>
      <Button onClick={onAll}>Show all {word}s</Button>
    </aside>
  );
}

/** Tries another funnel: rules are switched where they stand, dates and parameters here. */
export function WhatIfPanel({ run, whatIf }: { readonly run: RunDetail; readonly whatIf: WhatIfState }) {
  const { tries, result, isWorking, problem, reset } = whatIf;
  const hasRules = useWorkspace().recipe.rules.length > 0;
  // Another key draws the form anew, with the values of the run.
  const [resets, setResets] = useState(0);
  const goBack = () => {
    reset();
    setResets(resets + 1);
  };
  const change = result ? result.delivered - run.delivered : 0;
  return (
    <aside className={styles.whatIf} aria-labelledby="what-if">
      <h2 id="what-if">What if?</h2>
      {!tries && (
        <p className={styles.dim}>
          {hasRules ? 'Switch rules off, or try' : 'Try'} another day or other parameters, and see who would
          come and who would go. Nothing of it is kept.
        </p>
      )}
      <div role="status">
        {isWorking && <Loader aria-label="Working it out" />}
        {problem && (
          <p>
            {asProblem(problem).message} {asProblem(problem).nextStep}
          </p>
        )}
        {result && !problem && (
          <>
            <div className={styles.big}>{formatCount(result.delivered)}</div>
            <p>
              instead of {formatCount(run.delivered)}. {signed(change)}: {formatCount(result.gained)} would
              come, {formatCount(result.lost)} would go.
            </p>
          </>
        )}
      </div>
      {result && !problem ? <CautionNote cautions={result.cautions} /> : null}
      {result && <Keys title="Would come" keys={result.gainedKeys} of={result.gained} />}
      {result && <Keys title="Would go" keys={result.lostKeys} of={result.lost} />}
      <TrialForm key={`${run.run} ${resets}`} run={run} whatIf={whatIf} />
      {tries && <Button onClick={goBack}>Back to the run</Button>}
    </aside>
  );
}

function TrialForm({ run, whatIf }: { readonly run: RunDetail; readonly whatIf: WhatIfState }) {
  const { recipe } = useWorkspace();
  const [asOf, setAsOf] = useState(run.asOf);
  const [params, setParams] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(recipe.params.map(({ name }) => [name, String(run.params[name] ?? '')])),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    whatIf.tryValues(asOf, params);
  };
  return (
    <form onSubmit={submit} style={{ display: 'grid', gap: 10 }}>
      <TextInput
        label="As of"
        type="date"
        value={asOf}
        onChange={({ currentTarget }) => setAsOf(currentTarget.value)}
        required
      />
      {recipe.params.map((param) => (
        <ParamField
          key={param.name}
          param={param}
          description={param.description}
          value={params[param.name] ?? ''}
          onChange={(value) => setParams((before) => ({ ...before, [param.name]: value }))}
        />
      ))}
      <Button type="submit">Try these values</Button>
    </form>
  );
}

interface KeysProps {
  readonly title: string;
  readonly keys: readonly (readonly string[])[];
  readonly of: number;
}

/** The first of those who would come or go, each with a way to their story. */
function Keys({ title, keys, of }: KeysProps) {
  const link = useStepLink();
  if (of === 0) return null;
  return (
    <section aria-label={title}>
      <h3>
        {title}
        {of > keys.length && <span className={styles.dim}>, the first {formatCount(keys.length)}</span>}
      </h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls is reached by the keyboard. */}
      <ul className={styles.keys} tabIndex={0} aria-label={title}>
        {keys.map((key) => (
          <li key={key.join('\0')}>
            <a href={link('trace', { key: JSON.stringify(key) })} className={shared.link}>
              {key.join(', ')}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function signed(change: number): string {
  if (change === 0) return 'As many';
  return change > 0 ? `${formatCount(change)} more` : `${formatCount(-change)} fewer`;
}
