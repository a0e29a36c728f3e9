import type { RecordFate, TableRow, Trace } from '../../../electron/contract/trace.ts';

/** Names the entity: "customer 536". */
export function nameOf({ entity, key }: Pick<Trace, 'entity' | 'key'>): string {
  return `${entity} ${key.map(({ value }) => value ?? '–').join(', ')}`;
}

/** What became of the entity, in one sentence, and what else there is to say of it, or null. */
export function outcomeWords(story: Trace): { readonly sentence: string; readonly more: string | null } {
  const { outcome, entity, rules } = story;
  switch (outcome.kind) {
    case 'delivered':
      return {
        sentence: `Delivered: this ${entity} is in ${outcome.file}.`,
        more: 'No rule keeps them out.',
      };
    case 'dropped': {
      const excluding = rules.filter(({ excludes }) => excludes);
      const [first, ...others] = excluding;
      const title = first?.title ?? outcome.reason;
      const detail = outcome.detail ? ` (${outcome.detail})` : '';
      return {
        sentence: `Kept out by “${title}”${detail}.`,
        more:
          others.length === 0
            ? 'No other rule keeps them out.'
            : `${others.map((rule) => `“${rule.title}”`).join(', ')} would keep them out as well.`,
      };
    }
    case 'not in the population':
      return {
        sentence: `Not in the population: no rule was asked about this ${entity}.`,
        more: 'No table of the run has a row that would bring them in.',
      };
    case 'missing':
      return {
        sentence: `Lost: no rule keeps this ${entity} out, and yet they were not delivered.`,
        more: 'The run does not balance: the funnel says where.',
      };
  }
}

/** What would have to change for the entity to be delivered, in one sentence; null when it is. */
export function changeWords({ outcome, smallestChange, sources, key, entity }: Trace): string | null {
  switch (outcome.kind) {
    case 'delivered':
    case 'missing':
      return null;
    case 'dropped':
      return smallestChange.length === 1
        ? 'One thing only would have to be different:'
        : `All ${smallestChange.length} of these would have to be different:`;
    case 'not in the population': {
      const rejected = sources.reduce((sum, source) => sum + source.rejected.length, 0);
      // An entity of several keys is made of several records: that each is there does not make it one.
      if (rejected === 0 && key.length > 1 && sources.some(({ accepted }) => accepted > 0))
        return `The records below are accepted, and yet the recipe makes no ${entity} of them: other values in them would.`;
      if (rejected === 0)
        return 'A file with an accepted record of theirs, of the source that the population is made of.';
      return rejected === 1
        ? 'The rejected record below may be what is missing: correct it in the quarantine, then run again.'
        : 'The rejected records below may be what is missing: correct them in the quarantine, then run again.';
    }
  }
}

/** What became of a record in a table. */
export function fateWords(fate: RecordFate): string {
  switch (fate.kind) {
    case 'kept':
      return `Won: it is the row of ${fate.table}`;
    case 'superseded':
      return `Superseded in ${fate.table} by ${fate.file}, line ${fate.line}`;
    case 'counted':
      return `Counted in ${fate.table}`;
    case 'left out':
      return `Not taken by ${fate.table}`;
  }
}

/** Why a record was rejected, from its code: "booking_amount:not_a_number" is "booking_amount: not a number". */
export function codeWords(code: string): string {
  const colon = code.lastIndexOf(':') + 1;
  const words = code.slice(colon).replaceAll('_', ' ');
  return colon === 0 ? words : `${code.slice(0, colon)} ${words}`;
}

/** Rows that say something of a rule's verdict: one of which the rule asks no value does not. */
export function rowsToTell(rows: readonly TableRow[]): readonly TableRow[] {
  return rows.filter(({ values }) => values?.length !== 0);
}

/** A row that a rule looked at: "current_customer: is_active = no". */
export function rowWords({ table, values }: TableRow): string {
  if (values === null) return `${table}: no row`;
  return `${table}: ${values.map(({ name, value }) => `${name} = ${value || 'empty'}`).join(', ')}`;
}
