import { Check, Minus } from 'lucide-react';
import type { RuleTrace } from '../../../electron/contract/trace.ts';
import styles from './trace.module.css';
import { LookedAt } from './values.tsx';

/** The rules in their order, each with its verdict and what it looked at. */
export function RulePath({ rules }: { readonly rules: readonly RuleTrace[] }) {
  const first = rules.find(({ excludes }) => excludes);
  return (
    <section className={styles.section} aria-labelledby="story-rules">
      <h2 id="story-rules">The rules, in order</h2>
      <ol className={styles.path}>
        {rules.map((rule) => (
          <li key={rule.rule} data-excludes={rule.excludes || undefined}>
            <span className={styles.sign} aria-hidden>
              {rule.excludes ? <Minus size={12} /> : <Check size={12} />}
            </span>
            <div className={styles.rule}>
              <p>
                <span className={styles.title}>{rule.title}</span>{' '}
                <span className={rule.excludes ? styles.verdict : styles.dim}>{verdictOf(rule, first)}</span>
              </p>
              <LookedAt rows={rule.lookedAt} />
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

function verdictOf(rule: RuleTrace, first: RuleTrace | undefined): string {
  if (!rule.excludes) return 'does not apply';
  const detail = rule.detail ? ` (${rule.detail})` : '';
  return rule === first
    ? `keeps out${detail}: the first that does, so the reason that counts`
    : `keeps out as well${detail}`;
}
