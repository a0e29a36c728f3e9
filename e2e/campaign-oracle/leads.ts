import { byId } from '../oracle/ledger.ts';
import type { Row } from '../oracle/load.ts';
import { textOf } from '../oracle/tables.ts';
import { folded, isWithin, textOrNull } from './cells.ts';

/** One client for one solution. */
export interface Lead {
  readonly solution: Row;
  readonly client: Row;
}

/** The solutions that run on a day, in the order of their ids. */
export function activeSolutions(solutions: readonly Row[], day: string): readonly Row[] {
  return solutions
    .filter((row) => isWithin(day, textOrNull(row, 'start_date'), textOrNull(row, 'end_date')))
    .toSorted((left, right) => byId(textOf(left, 'solution_id'), textOf(right, 'solution_id')));
}

/** Each active solution with each client whose segment it targets, by solution, then client. */
export function findLeads(active: readonly Row[], clients: readonly Row[]): readonly Lead[] {
  const ordered = clients.toSorted((left, right) =>
    byId(textOf(left, 'client_id'), textOf(right, 'client_id')),
  );
  return active.flatMap((solution) =>
    ordered.filter((client) => targets(solution, client)).map((client) => ({ solution, client })),
  );
}

function targets(solution: Row, client: Row): boolean {
  const segments = textOf(solution, 'target_segments').split('|').map(folded);
  return segments.includes('*') || segments.includes(folded(textOf(client, 'segment')));
}

/** The id of a lead's solution. */
export function solutionOf({ solution }: Lead): string {
  return textOf(solution, 'solution_id');
}

/** The id of a lead's client. */
export function clientOf({ client }: Lead): string {
  return textOf(client, 'client_id');
}
