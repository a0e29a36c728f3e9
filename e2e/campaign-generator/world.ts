import { CAMPAIGN_SOURCES } from '../campaign-oracle/sources.ts';
import { makeFiles } from '../generator/files.ts';
import type { Random } from '../generator/random.ts';
import type { TextRow } from '../generator/rows.ts';
import { writeCsv } from '../oracle/csv.ts';
import { clientRows } from './clients.ts';
import { blockRows, contactRows } from './contacts.ts';
import { exclusionRows } from './exclusions.ts';
import { detailRows, offerRows } from './offers.ts';
import { makePlan, type Plan } from './plan.ts';
import { solutionRows } from './solutions.ts';

/** The rows of a world, by source; without the contact history there is no file of it. */
export type World = Readonly<Record<string, readonly TextRow[]>>;

/** Everything that a run of the recipe reads, small and dense: each rule, tie and border is met often. */
export function makeWorld(random: Random, plan: Plan): World {
  const solutions = solutionRows(random, plan);
  const offers = offerRows(random, plan);
  const sources = {
    clients: clientRows(random, plan),
    solutions,
    exclusions: exclusionRows(random, plan),
    offers,
    offer_details: detailRows(random, plan, offers),
    blocks: blockRows(random, plan),
  };
  return random.chance(0.2) ? sources : { ...sources, contact_history: contactRows(random, plan, solutions) };
}

/** A world whose solutions reach most clients, some at a time: then it matters who is ranked how, and what is published. */
export function makeEagerWorld(random: Random, plan: Plan): World {
  const world = makeWorld(random, plan);
  const priority = random.pick(['2', '2', '9223372036854775807']);
  const ids = plan.solutions.map((solution) => ({ solution_id: solution, offer_id: `all-${solution}` }));
  return {
    ...world,
    solutions: ids.map(({ solution_id }) => ({
      solution_id,
      name: solution_id,
      channel: random.pick(['mail', 'mail', 'phone']),
      target_segments: '*',
      capacity: random.pick(['', '3', '10']),
      cooldown_days: random.pick(['', '0', '1', '2', '7', '8']),
    })),
    exclusions: [],
    offers: [...(world.offers ?? []), ...ids.map((id) => ({ ...id, segment: '*', priority }))],
    offer_details: [
      ...(world.offer_details ?? []),
      ...ids.map(({ offer_id }) => ({ detail_id: offer_id, offer_id, title: 'For all' })),
    ],
  };
}

/** A world in messy files of all shapes. */
export function generateCampaign(random: Random): Readonly<Record<string, Uint8Array>> {
  const plan = makePlan(random);
  const make = random.chance(0.4) ? makeEagerWorld : makeWorld;
  return makeFiles(random, plan.faults, CAMPAIGN_SOURCES, make(random, plan));
}

/** A world in one plain file a source: UTF-8 with commas, the columns in order. */
export function plainFiles(world: World): Readonly<Record<string, string>> {
  const files = CAMPAIGN_SOURCES.flatMap(({ name, columns }) => {
    const rows = world[name];
    if (!rows) return [];
    const header = columns.map((column) => column.name);
    const records = rows.map((row) => header.map((column) => row[column] ?? ''));
    return [[`${name}.csv`, writeCsv([header, ...records])] as const];
  });
  return Object.fromEntries(files);
}
