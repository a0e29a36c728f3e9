import { BROKEN_BYTES } from '../generator/format.ts';
import type { Random } from '../generator/random.ts';
import type { TextRow } from '../generator/rows.ts';

/** Further members that cost nothing. */
const UNKNOWN = [
  '"page":"/a|b"',
  '"note":null',
  '"tags":["x",{"user_uuid":"inner"},[]]',
  '"device":{"user_uuid":"inner","page_views":1e9}',
  '"ok":true',
  '"":0',
  '"page":"/c"',
] as const;

/** A record as it should be. */
export function soundRecord(row: TextRow): string {
  const { user_uuid: user = '', page_views: views = '', activity_timestamp: time = '' } = row;
  return JSON.stringify({ user_uuid: user, page_views: views, activity_timestamp: time });
}

/** A record in any spelling: keys in any order and case, numbers as numbers or texts, nulls, members that nobody asks for. */
export function jsonRecord(random: Random, row: TextRow, faults: number): string {
  const own = Object.entries(row).flatMap(([name, text]) => {
    if (text === '' && random.chance(0.7)) return random.chance(0.5) ? [] : [`${key(random, name)}:null`];
    return [`${key(random, name)}${space(random)}:${space(random)}${jsonValue(random, name, text, faults)}`];
  });
  const members = random.shuffle([...own, ...UNKNOWN.filter(() => random.chance(0.05))]);
  return `{${space(random)}${members.join(`,${space(random)}`)}${space(random)}}`;
}

/** Something that is no record. */
export function brokenRecord(random: Random, row: TextRow, inArray: boolean): string {
  const sound = soundRecord(row);
  const anywhere = [
    '12',
    'null',
    '"text"',
    '[1,2]',
    `[${sound}]`,
    `${sound.slice(0, -1)},"user_uuid":"again"}`,
    `${sound.slice(0, -1)},"User UUID":null}`,
    `${sound.slice(0, -1)},}`,
    sound.replace('":"', `":"${BROKEN_BYTES}`),
    // Escapes of what is no text.
    sound.replace('":"', '":"\\u0000'),
    sound.replace('":"', '":"\\ud800'),
    sound.replace(':', '='),
    sound.replace('"user_uuid"', 'user_uuid'),
    sound.replace(/"page_views":"[^"]*"/, '"page_views":01'),
    sound.replace(/"page_views":"[^"]*"/, '"page_views":NaN'),
    sound.replace('"user_uuid":', '"user_uuid":{"id":1},"other":'),
    sound.replace('"user_uuid":', '"user_uuid":["a"],"other":'),
  ];
  const onlyInLines = [
    '{',
    sound.slice(0, -5),
    `${sound}${sound}`,
    `x${sound}`,
    `${sound},`,
    'user_uuid,page_views',
  ];
  return random.pick(inArray ? anywhere : [...anywhere, ...onlyInLines]);
}

function key(random: Random, name: string): string {
  const spelled = random.pick([
    name,
    name,
    name,
    name.toUpperCase(),
    name.replaceAll('_', ' '),
    name.replaceAll('_', ''),
  ]);
  return random.chance(0.05)
    ? `"\\u00${spelled.charCodeAt(0).toString(16)}${spelled.slice(1)}"`
    : `"${spelled}"`;
}

function jsonValue(random: Random, name: string, text: string, faults: number): string {
  if (name !== 'user_uuid' && random.chance(faults / 4))
    return random.pick(['{}', '[1]', 'true', '{"a":[1,"}"]}']);
  // A text that is a number in JSON, too, may stand as one, however long it is.
  const isNumber = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$/.test(text);
  if (isNumber && random.chance(0.6)) return text;
  if (random.chance(0.05)) return JSON.stringify(` ${text} `);
  return random.chance(0.1) ? escaped(text) : JSON.stringify(text);
}

/** A string of which every character is escaped. */
function escaped(text: string): string {
  const units = Array.from({ length: text.length }, (_, at) =>
    text.charCodeAt(at).toString(16).padStart(4, '0'),
  );
  return `"${units.map((unit) => `\\u${unit}`).join('')}"`;
}

function space(random: Random): string {
  return random.chance(0.1) ? random.pick([' ', '\t', '  ']) : '';
}
