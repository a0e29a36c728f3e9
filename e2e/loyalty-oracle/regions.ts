import { byBytes } from '../oracle/by-bytes.ts';
import { byId } from '../oracle/ledger.ts';
import type { Row } from '../oracle/load.ts';
import { textOf } from '../oracle/tables.ts';
import { written } from '../sales-oracle/fraction.ts';
import type { Table } from '../sales-oracle/table.ts';
import { averageOf, shareOf } from './scores.ts';
import type { User } from './users.ts';

/** What `engagement_by_region.csv` holds: every region that has users. */
export function engagementByRegion(users: readonly User[]): Table {
  const bands = ['high', 'medium', 'low', 'unscored', 'no_threshold'] as const;
  return {
    header: ['region_code', 'region_name', 'users', 'active_users', ...bands, 'average_score'],
    rows: regionsOf(users).map(([region, own]) => {
      const counts = bands.map((band) => own.filter((user) => user.band === band).length);
      const active = own.filter((user) => user.active).length;
      const average = averageOf(own);
      const figures = [own.length, active, ...counts].map(String);
      return [region, nameOf(own), ...figures, average ? written(average, 2) : ''];
    }),
  };
}

/** What `feature_adoption_by_region.csv` holds: every feature that anybody has, for every region with active users. */
export function adoptionByRegion(users: readonly User[], adoptions: readonly Row[], asOf: string): Table {
  const adopted = adoptions.filter((row) => textOf(row, 'adopted_on') <= asOf);
  const features = [...new Set(adopted.map((row) => textOf(row, 'feature')))].toSorted(byBytes);
  const rows = regionsOf(users.filter(({ active }) => active)).flatMap(([region, own]) =>
    features.map((feature) => {
      const adopters = own.filter((user) => user.features.has(feature)).length;
      const rate = written(shareOf(adopters, own.length), 4);
      return [region, nameOf(own), feature, String(adopters), String(own.length), rate];
    }),
  );
  return {
    header: ['region_code', 'region_name', 'feature', 'adopters', 'active_users', 'adoption_rate'],
    rows,
  };
}

function regionsOf(users: readonly User[]): readonly (readonly [string, readonly User[]])[] {
  return [...Map.groupBy(users, ({ region }) => region)].toSorted(([left], [right]) => byId(left, right));
}

function nameOf([user]: readonly User[]): string {
  return user?.regionName ?? '';
}
