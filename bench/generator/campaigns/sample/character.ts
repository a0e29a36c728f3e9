/** A lead with a story: the client's records in the files, and where the lead must end up. */
export interface Character {
  readonly solution: string;
  readonly client: string;
  /** `target`, or the reason that drops the lead. */
  readonly ends: string;
  readonly story: string;
  readonly clients: readonly (readonly string[])[];
  readonly blocks: readonly (readonly string[])[];
  readonly contacts: readonly (readonly string[])[];
}

/** What is particular about a client's snapshot; everything else is as it should be. */
export interface Snapshot {
  readonly email?: string;
  readonly phone?: string;
  readonly country?: string;
  readonly language?: string;
  readonly segment?: string;
  readonly status?: string;
  readonly birth?: string;
  readonly balance?: string;
  readonly at?: string;
}

/** What is particular about a character. */
export interface Traits {
  readonly snapshots?: readonly Snapshot[];
  /** Blocks: solution, reason, first day, last day; the client's id may be given too. */
  readonly blocks?: readonly (readonly [
    solution: string,
    reason: string,
    start: string,
    end: string,
    client?: string,
  ])[];
  /** Days on which the solution contacted the client. */
  readonly contacts?: readonly string[];
}

/** A segment that the solution targets. */
const SEGMENTS: Readonly<Record<string, string>> = {
  '101': 'platinum',
  '102': 'silver',
  '0103': 'gold',
  'W-4': 'standard',
};

/** Makes a lead that would end among the targets, but for the traits given. */
export function character(
  solution: string,
  client: string,
  ends: string,
  story: string,
  traits: Traits = {},
): Character {
  return {
    solution,
    client,
    ends,
    story,
    clients: (traits.snapshots ?? [{}]).map((snapshot) => [
      client,
      snapshot.email ?? `lead.${client.toLowerCase()}@example.com`,
      snapshot.phone ?? '+43 660 555 0100',
      snapshot.country ?? 'AT',
      snapshot.language ?? 'de',
      snapshot.segment ?? SEGMENTS[solution] ?? '',
      snapshot.status ?? '',
      snapshot.birth ?? '1980-04-01',
      snapshot.balance ?? '100.00',
      snapshot.at ?? '2026-05-02T09:00:00Z',
      '',
    ]),
    blocks: (traits.blocks ?? []).map(([blocked, reason, start, end, id = client]) => [
      id,
      blocked,
      reason,
      start,
      end,
    ]),
    contacts: (traits.contacts ?? []).map((day) => [client, solution, day, '']),
  };
}
