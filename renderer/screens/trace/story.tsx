import { Button, CopyButton } from '@mantine/core';
import { Check, CircleCheck, CircleHelp, CircleMinus, Copy, OctagonAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Trace, TraceOutcome } from '../../../electron/contract/trace.ts';
import { useWorkspace } from '../../api/workspace.tsx';
import { formatDay } from '../../format/times.ts';
import { withDataReasons } from './data-reasons.ts';
import { deliveredValues } from './delivered-values.ts';
import { RulePath } from './rule-path.tsx';
import { SourceSection } from './source-section.tsx';
import { storyText } from './story-text.ts';
import { changeWords, nameOf, outcomeWords } from './story-words.ts';
import styles from './trace.module.css';
import { LookedAt, Values } from './values.tsx';

/** What became of an entity, what would bring it in, and all that led there; what it is like stands over it. */
export function Story({ story: asTold, profile }: { readonly story: Trace; readonly profile: ReactNode }) {
  const { recipe } = useWorkspace();
  const story = withDataReasons(asTold, recipe.rules);
  const { outcome, rules, sources } = story;
  return (
    <article className={styles.story} aria-labelledby="story">
      <header className={styles.head}>
        <h2 id="story" className={styles.name}>
          {nameOf(story)}
        </h2>
        <span className={styles.dim}>as of {formatDay(story.asOf)}</span>
        <CopyButton value={storyText(story)}>
          {({ copied, copy }) => (
            <Button
              onClick={copy}
              leftSection={copied ? <Check size={14} aria-hidden /> : <Copy size={14} aria-hidden />}
            >
              {copied ? 'Copied' : 'Copy as text'}
            </Button>
          )}
        </CopyButton>
      </header>
      {profile}
      <OutcomeNote story={story} />
      <Change story={story} />
      {outcome.kind === 'delivered' ? (
        <section className={styles.section} aria-labelledby="story-delivered">
          <h2 id="story-delivered">What was delivered</h2>
          <Values values={deliveredValues(recipe, outcome.file, outcome.values)} />
        </section>
      ) : null}
      {rules.length > 0 ? <RulePath rules={rules} /> : null}
      {sources.map((source) => (
        <SourceSection key={source.source} source={source} entity={story.key} />
      ))}
    </article>
  );
}

function OutcomeNote({ story }: { readonly story: Trace }) {
  const { sentence, more } = outcomeWords(story);
  const { kind } = story.outcome;
  return (
    <div className={styles.outcome} data-kind={kind} role="status">
      <OutcomeSign kind={kind} />
      <div>
        <p className={styles.sentence}>{sentence}</p>
        {more === null ? null : <p>{more}</p>}
      </div>
    </div>
  );
}

function OutcomeSign({ kind }: { readonly kind: TraceOutcome['kind'] }) {
  const sign = { size: 20, 'aria-hidden': true } as const;
  switch (kind) {
    case 'delivered':
      return <CircleCheck {...sign} />;
    case 'dropped':
      return <CircleMinus {...sign} />;
    case 'not in the population':
      return <CircleHelp {...sign} />;
    case 'missing':
      return <OctagonAlert {...sign} />;
  }
}

function Change({ story }: { readonly story: Trace }) {
  const words = changeWords(story);
  if (words === null) return null;
  return (
    <section className={styles.section} aria-labelledby="story-change">
      <h2 id="story-change">What would bring them in</h2>
      <p>{words}</p>
      {story.smallestChange.length > 0 ? (
        <ul className={styles.changes}>
          {story.smallestChange.map(({ rule, title, lookedAt }) => (
            <li key={rule}>
              <strong>{title}</strong>
              <LookedAt rows={lookedAt} />
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}
