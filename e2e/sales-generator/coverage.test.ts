import { expect, test } from 'vitest';
import { Random } from '../generator/random.ts';
import { expectSales } from '../sales-oracle/oracle.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { writeFiles } from '../support/write-files.ts';
import { generateSales } from './extracts.ts';

const SEEDS = Array.from({ length: 25 }, (_, at) => at + 1);

test('the shops of the first seeds have every segment, stage, band, rule, severity and fault', () => {
  const seen = new Map<string, Set<string>>();
  const see = (kind: string, ...values: readonly string[]) => {
    seen.set(kind, new Set([...(seen.get(kind) ?? []), ...values]));
  };
  for (const seed of SEEDS) {
    const folder = tempFolder();
    const { asOf, files } = generateSales(new Random(seed));
    writeFiles(folder, files);
    const expected = expectSales(folder, asOf);
    const cells = (name: string, place: number) => {
      const rows = expected.files.get(`${name}.csv`)?.split('\n').slice(1, -1) ?? [];
      return rows.map((row) => row.split(',').at(place) ?? '');
    };
    see('segments', ...cells('customer_segments', -3));
    see('stages', ...cells('customer_segments', -1));
    see('bands', ...cells('churn_scores', -1));
    see('rules', ...cells('dropouts', -4));
    see('severities', ...cells('business_insights', 1));
    see('codes', ...Object.keys(expected.reconciliation.sources[0]?.codes ?? {}));
    see('files', String(expected.reconciliation.sources[0]?.files.length));
    see('customers', String(Math.min(expected.customers, 2)));
    see('ended', ...cells('cumulative_retention', -1).map((rate) => String(rate !== '')));
    see('growth', ...cells('monthly_metrics', -1).map((rate) => String(rate !== '')));
    const best = expected.files.get('business_insights.csv')?.includes('best_cohort,info,,');
    see('best cohorts', String(best));
    // A target without a risk counts half of one in its priority.
    const riskless = cells('churn_scores', -1).every((band) => band === '');
    see('targets without a risk', String(riskless && cells('campaign_targets', 0).length > 1));
    see('overlap', String(expected.table.superseded > 0));
    see('copies', String(expected.warnedOf.some((name) => name.startsWith('copy'))));
  }
  const counts = Object.fromEntries([...seen].map(([kind, values]) => [kind, values.size]));
  expect(counts).toMatchObject({ segments: 10, stages: 5, rules: 3, severities: 3, files: 4, customers: 3 });
  expect(counts).toMatchObject({
    bands: 4,
    ended: 2,
    'best cohorts': 2,
    'targets without a risk': 2,
    growth: 2,
    overlap: 2,
    copies: 2,
  });
  expect([...(seen.get('codes') ?? [])]).toEqual(
    expect.arrayContaining([
      'Date:out_of_range',
      'Date:not_a_date',
      'Customer ID:missing_value',
      'Sales:not_a_number',
    ]),
  );
});
