/** The sources of the recipe, in its order. */
export const SOURCE_NAMES = [
  'user_profile',
  'user_activity',
  'engagement_score',
  'feature_adoption',
  'retention_action',
  'support_calls',
  'support_chats',
  'issue_tickets',
  'service_requests',
  'product_support_usage',
  'repeat_engagements',
  'region_metadata',
  'region_thresholds',
] as const;

export type SourceName = (typeof SOURCE_NAMES)[number];

/** A user with a story: the lines in the files, and where the user must end up. */
export interface Character {
  readonly id: string;
  /** `marketing`, `customer success`, or the reason that keeps the user from both. */
  readonly ends: string;
  readonly story: string;
  readonly lines: Readonly<Partial<Record<SourceName, readonly (readonly string[])[]>>>;
}

/** What is particular about a profile; everything else is as it should be. */
export interface Profile {
  readonly email?: string;
  readonly region?: string;
  readonly active?: string;
  readonly at?: string;
}

/** What is particular about a character. */
export interface Traits {
  readonly profiles?: readonly Profile[];
  /** Scores with their times; the user's id may be given too. */
  readonly scores?: readonly (readonly [score: string, at: string, id?: string])[];
  /** Days of retention actions. */
  readonly actions?: readonly string[];
  /** Activities: type, time, amount. */
  readonly activities?: readonly (readonly [type: string, at: string, amount: string])[];
}

/** Makes a user of high engagement, who would end with marketing, but for the traits given. */
export function character(id: string, ends: string, story: string, traits: Traits = {}): Character {
  const scores = traits.scores ?? [['91', '2026-11-19T04:00:00Z']];
  return {
    id,
    ends,
    story,
    lines: {
      user_profile: (traits.profiles ?? [{}]).map((profile) => [
        id,
        `Cast ${id}`,
        profile.email ?? `cast.${id.toLowerCase()}@example.com`,
        profile.region ?? '10',
        'Plus',
        '2024-03-01',
        profile.active ?? 'true',
        profile.at ?? '2026-11-18T09:00:00Z',
      ]),
      engagement_score: scores.map(([score, at, other = id]) => [other, score, at]),
      retention_action: (traits.actions ?? []).map((day, at) => [`RX-${id}-${at}`, id, 'call', day, '']),
      user_activity: (traits.activities ?? []).map(([type, at, amount], place) => {
        return [`AX-${id}-${place}`, id, type, at, amount];
      }),
    },
  };
}
