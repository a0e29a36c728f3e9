import type { Params } from '../../contract/workspaces.ts';
import { bindings, parameterWarnings, resolveParams } from '../recipe/parameters.ts';
import type { Recipe } from '../recipe/recipe.ts';
import type { RunRecord } from '../run/run-record.ts';
import { namedTogether } from '../run/words.ts';
import type { Trial } from './trial-run.ts';
import { isTold, refuseUnknownRules } from './what-if.ts';

/** How a question about a run is answered: its verdicts tell it, or it takes a trial run, with a title in words. */
export type WhatIfQuestion = {
  readonly title: string;
  /** The sentences of which a run with its values would warn. */
  readonly cautions: readonly string[];
} & ({ readonly kind: 'told' } | { readonly kind: 'trial'; readonly trial: Trial });

/** What is asked about a run: rules off and, where they are given, another as-of date or other parameters, as text. */
export interface WhatIfInput {
  readonly off: readonly string[];
  readonly asOf?: string | undefined;
  readonly params?: Readonly<Record<string, string>> | undefined;
}

/**
 * Finds out how a question about a run is answered; parameters that are not given stay those of the run. Throws a Failure for rules and
 * parameters that the run does not have, and for values that they cannot take.
 */
export function whatIfQuestion(
  recipe: Recipe,
  record: RunRecord,
  { off, asOf = record.asOf, params = {} }: WhatIfInput,
): WhatIfQuestion {
  refuseUnknownRules(recipe, new Set(off));
  const texts = Object.entries(record.params).map(([name, value]) => [name, String(value)] as const);
  const resolved = resolveParams(recipe, new Map([...texts, ...Object.entries(params)]));
  bindings(recipe, asOf, resolved);
  const changes = changesOf(recipe, record, asOf, resolved);
  const titles = recipe.rules.filter(({ rule }) => off.includes(rule)).map(({ title }) => title);
  const without = titles.length === 0 ? [] : [`without ${namedTogether(titles)}`];
  const title = `Trying it ${[...changes, ...without].join(', ') || 'as it is'}`;
  const cautions = parameterWarnings(recipe, resolved);
  if (changes.length === 0 && isTold(recipe, new Set(off))) return { kind: 'told', title, cautions };
  return {
    kind: 'trial',
    title,
    cautions,
    trial: { run: record.run, off, asOf, params: resolved },
  };
}

function changesOf(recipe: Recipe, record: RunRecord, asOf: string, params: Params): readonly string[] {
  const changed = recipe.params.filter(({ name }) => params[name] !== record.params[name]);
  return [
    ...(asOf === record.asOf ? [] : [`as of ${asOf}`]),
    ...changed.map(({ name }) => `with ${name} ${params[name]}`),
  ];
}
