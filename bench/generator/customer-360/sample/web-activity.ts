import { clock } from '../../days.ts';
import { createRandom, type Random, shuffled } from '../../random.ts';
import { anyDay, type Person } from './person.ts';

const PAGES = ['/', '/angebote', '/konto', '/fr/soldes', '/warenkorb', '/suche?q=größe|38'] as const;

/** What stands between the records of the tracker: its own complaints, and what an old version of it wrote. */
const BROKEN = [
  '<html><body>502 Bad Gateway</body></html>',
  '{"user_uuid":"3f0c","page_views":4,"activity_timestamp":"2026-0',
  '{"user_uuid":"a-1","user_uuid":"a-2","page_views":3,"activity_timestamp":"2026-08-01T10:00:00Z"}',
  '{"user_uuid":"a-3","page_views":NaN,"activity_timestamp":"2026-08-01T10:00:00Z"}',
  "{'user_uuid':'a-4','page_views':3,'activity_timestamp':'2026-08-01T10:00:00Z'}",
  '["a-5",3,"2026-08-01T10:00:00Z"]',
  '{"user_uuid":{"id":"a-6"},"page_views":3,"activity_timestamp":"2026-08-01T10:00:00Z"}',
  '{"user_uuid":"a-7","page_views":3,"activity_timestamp":"2026-08-01T10:00:00Z"},',
] as const;

/** Values that are none, and one that is missing. */
const FAULTY = [
  { page_views: 'viele' },
  { page_views: 2.5 },
  { page_views: [3] },
  { page_views: null },
  { activity_timestamp: '01.09.2026' },
  { activity_timestamp: 1_763_630_000 },
  { activity_timestamp: undefined },
] as const;

/** The lines of `web_activity.json`, the last of which breaks off. */
export function webActivityText(seed: number, people: readonly Person[]): string {
  const random = createRandom(seed, 'web activity');
  const visits = people
    .filter(({ came }) => came && random.chance(0.8))
    .flatMap(({ user }) => Array.from({ length: random.pick([1, 2, 2, 3, 5]) }, () => visit(random, user)));
  // Who is not logged in has no user.
  const nobody = Array.from({ length: 24 }, () => visit(random, random.chance(0.5) ? null : undefined));
  const faulty = FAULTY.map((fault) => ({ ...visit(random, 'a-0'), ...fault }));
  const records = shuffled([...visits, ...nobody, ...faulty], random).map((record) => written(record));
  const lines = shuffled([...records, ...BROKEN, '', ''], random);
  return `${lines.join('\n')}\n${written(visit(random, 'a-8')).slice(0, -30)}`;
}

function visit(random: Random, user: string | null | undefined) {
  const views = random.between(1, 40);
  const time = clock(random.between(20_000, 86_399));
  return {
    ...(user !== undefined && { user_uuid: user }),
    page_views: random.chance(0.2) ? String(views) : views,
    activity_timestamp: `${anyDay(random)}T${time}${random.pick(['Z', 'Z', '.250Z', '+02:00'])}`,
    ...(random.chance(0.4) && { page: random.pick(PAGES) }),
    ...(random.chance(0.2) && { device: { kind: random.pick(['phone', 'desktop']), screen: [390, 844] } }),
  };
}

/** An id of digits alone stands as a number, as the old shop writes it, however long it is. */
function written(record: object): string {
  return JSON.stringify(record).replace(/"user_uuid":"([1-9][0-9]*)"/, '"user_uuid":$1');
}
