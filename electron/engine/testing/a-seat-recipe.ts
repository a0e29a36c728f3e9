import type { Recipe } from '../recipe/recipe.ts';
import { aPeopleRecipe, PEOPLE_SOURCE, PERSON_TABLE, type RecipeParts } from './a-people-recipe.ts';

/** Rooms, each with the least score that it asks for. */
const ROOMS = {
  files: ['rooms.csv'],
  unique: [['room']],
  columns: { room: { type: 'id', required: true }, least: { type: 'integer', required: true } },
};

const ROOM_TABLE = { table: 'open_room', from: 'rooms', key: ['room'] } as const;

/** Each person in each room for which the score is enough. */
const SEAT_TABLE = {
  table: 'seat',
  of: 'person',
  rows: 'any',
  key: ['room', 'id'],
  sql: 'select room, id, score from open_room cross join person where score >= least order by room, id',
} as const;

/** A recipe whose entities are named by two columns: seats, a person in a room; all are delivered. */
export function aSeatRecipe(parts: RecipeParts = {}): Recipe {
  return aPeopleRecipe({
    key: ['room', 'id'],
    population: 'seat',
    sources: { ...PEOPLE_SOURCE, rooms: ROOMS, ...parts.sources },
    outputs: [
      { file: 'delivery.csv', delivers: true, sql: 'select room, id from survivor order by room, id' },
    ],
    ...without(parts, 'sources'),
    tables: [PERSON_TABLE, ROOM_TABLE, SEAT_TABLE, ...(parts.tables ?? [])],
  });
}

function without<Key extends keyof RecipeParts>(parts: RecipeParts, key: Key): Omit<RecipeParts, Key> {
  const { [key]: _, ...others } = parts;
  return others;
}

/** Three people and three rooms: 1 sits nowhere, 2 in `a`, 3 in `a` and `b`; `c` stays empty. */
export const SEAT_FILES = {
  'people.csv': 'id,score,team\n1,0,x\n2,1,x\n3,2,y\n',
  'rooms.csv': 'room,least\nb,2\na,1\nc,9\n',
} as const;
