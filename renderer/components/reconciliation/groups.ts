import type { GroupFigures, Outcome, StageFigures } from '../../../electron/contract/reconciliation.ts';

/** One group of a run's figures: the leads of one solution. */
export interface Group {
  /** Names it in an address: its values as a JSON list. */
  readonly id: string;
  /** Its values on screen: "S1", or "DE, S1" where it has several. */
  readonly name: string;
  /** What it is in words; empty where nobody says. */
  readonly title: string;
  /** The columns that the recipe groups by, each with its value, as views ask for it. */
  readonly values: Readonly<Record<string, string>>;
  readonly stages: readonly StageFigures[];
  readonly outcome: Outcome;
}

/** The groups of a run, in its order; `titles` are by their ids. */
export function groupsOf(
  by: readonly GroupFigures[],
  titles: Readonly<Record<string, string>> = {},
): readonly Group[] {
  return by.map((figures) => {
    const named = Object.entries(figures).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    );
    const values = named.map(([, value]) => value);
    const id = JSON.stringify(values);
    return {
      id,
      name: values.join(', '),
      title: titles[id] ?? '',
      values: Object.fromEntries(named),
      stages: figures.stages,
      outcome: figures.outcome,
    };
  });
}

/** What a group is called, by the columns: `solution_id` is "solution", of several "country and solution". */
export function groupWord(by: readonly string[]): string {
  return by.map((column) => column.replace(/_(id|key|code)$/, '').replaceAll('_', ' ')).join(' and ');
}
