import { join } from 'node:path';
import { expect } from 'vitest';
import { runMuster } from '../../support/run-muster.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { lines, writeFiles } from '../../support/write-files.ts';

export const SEGMENTS_DAY = '2026-11-20';

const SCORES = [1, 2, 3, 4, 5];

const RECIPE = `recipe: small-segments
title: Small segments
version: 1.0.0
entity: customer
key: [id]
sources:
  customers:
    files: [customers.csv]
    columns:
      id: {type: id, required: true}
      r: {type: integer}
      f: {type: integer}
lookups:
  - lookup: segment
    title: Segments
    description: What is done for whom.
    key: {column: segment, title: Segment}
    columns:
      - {column: strategy, title: What to do}
      - {column: campaign, title: Campaign}
    rows:
      champions: {strategy: Thank them first and ask what they think of what is new., campaign: vip_reward}
      loyal: {strategy: Keep them., campaign: loyalty}
      new: {strategy: Show them around., campaign: welcome}
      at_risk: {strategy: Ask what went wrong., campaign: win_back}
      lost: {strategy: Leave them in peace., campaign: none}
  # Agreed with sales.
  - lookup: segment_grid
    title: Segment by recency and frequency
    description: Recency 5 bought last, frequency 5 most often.
    grid:
      rows: {column: r, title: Recency, values: [5, 4, 3, 2, 1]}
      columns: {column: f, title: Frequency, values: [1, 2, 3, 4, 5]}
    value: {column: segment, title: Segment, of: segment}
    cells:
      - [new, new, loyal, champions, champions]
      - [new, new, loyal, champions, champions]
      - [at_risk, at_risk, loyal, loyal, loyal]
      - [lost, at_risk, at_risk, at_risk, at_risk]
      - [lost, lost, lost, at_risk, at_risk] # long ago
tables:
  - {table: customer, from: customers, key: [id], sql: customer.sql}
population: customer
rules:
  - {stage: lost, title: Lost, sql: lost.sql}
outputs:
  - {file: segments.csv, delivers: true, sql: segments.sql}
insights:
  - insight: segments
    title: Customers by segment
    chart: bar
    sql: by_segment.sql
    x: {column: segment, title: Segment, format: text}
    y: {column: customers, title: Customers, format: number}
    lookup: segment_grid
`;

/** A workspace of a recipe with a list and a grid, run once over a customer for each cell of the grid; and how to run it again. */
export async function segmentsWorkspace() {
  const folder = tempFolder();
  const customers = SCORES.flatMap((r) => SCORES.map((f) => `${r}${f},${r},${f}`));
  writeFiles(folder, {
    'recipe/recipe.yaml': RECIPE,
    'recipe/customer.sql':
      '-- One row a customer.\nselect record, id, segment from customers join segment_grid using (r, f)',
    'recipe/lost.sql': `-- One row a lost customer.\nselect id, 'lost' as reason, null as detail from customer where segment = 'lost'`,
    'recipe/segments.sql':
      '-- One row a customer.\nselect id, segment, campaign from survivor join customer using (id) join segment using (segment) order by id',
    'recipe/by_segment.sql':
      '-- One row a segment.\nselect segment, count(*) as customers from customer group by segment order by segment',
    'in/customers.csv': lines('id,r,f', ...customers),
  });
  const run = async (workspace: string, ...more: readonly string[]) => {
    const out = join(folder, 'out');
    const result = await runMuster([
      ...['run', join(folder, 'recipe'), '--in', join(folder, 'in'), '--out', out],
      ...['--as-of', SEGMENTS_DAY, '--workspace', workspace, ...more],
    ]);
    expect(result.exit, result.stderr).toBe(0);
    return { ...result, out };
  };
  const workspace = join(folder, 'Segments.muster');
  await run(workspace);
  return { workspace, recipe: join(folder, 'recipe'), yaml: RECIPE, run };
}
