import type { Trace } from '../../../electron/contract/trace.ts';
import type { RuleInfo } from '../../../electron/contract/workspaces.ts';

/** A story in which the rules whose reasons stand in the data say which it was: their titles alone would be the same for all. */
export function withDataReasons(story: Trace, rules: readonly Pick<RuleInfo, 'rule' | 'reasons'>[]): Trace {
  const fromData = new Set(rules.filter(({ reasons }) => reasons.length === 0).map(({ rule }) => rule));
  const titles = new Map(
    story.rules
      .filter(({ rule, reason }) => fromData.has(rule) && reason !== null)
      .map(({ rule, title, reason }) => [rule, `${title}: ${reason}`]),
  );
  const titled = <Part extends { readonly rule: string; readonly title: string }>(part: Part): Part => {
    return { ...part, title: titles.get(part.rule) ?? part.title };
  };
  return { ...story, rules: story.rules.map(titled), smallestChange: story.smallestChange.map(titled) };
}
