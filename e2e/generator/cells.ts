import type { Random } from './random.ts';

/** The day on which generated runs look at their data. */
export const AS_OF = '2026-11-20';

// Every byte of these in UTF-8 has a character in Windows-1252: a file with a broken byte stays comparable.
const TEXTS = [
  'Bavaria',
  'NRW',
  'Île-de-France',
  'O"Brien',
  'a,b',
  'x;y',
  'pipe|d',
  'tab\there',
  'two\nlines',
  'cr\rthen crlf\r\nend',
  '中文',
  '😀 ok',
  '"quoted"',
  '=1+1',
  '',
  '   ',
  'null',
  ' padded ',
  "it's",
  '\u00A0nbsp\u00A0',
  'a""b',
  'ends with "',
  '€ 5',
  '-',
  '0',
  '\\n',
  '\uFEFFmark',
];

const BAD_EMAILS = [
  'no-at',
  'a@b',
  '@b.de',
  'a@',
  'a@@b.de',
  'a@b@c.de',
  'a@.b.de',
  'a@b.de.',
  'a b@c.de',
  'a\u00A0b@c.de',
  'a@b .de',
  'two\nlines@c.de',
  '@',
  '.@.',
  'a@b..',
  'a@.',
];

const GOOD_EMAILS = [
  'a@b..de',
  '"a"@b.de',
  'É@ü.de',
  "o'neil@x.y.z",
  'a+b@c-d.e',
  'UPPER@CASE.DE',
  'a,b@c.de',
];

export function textCell(random: Random): string {
  return random.pick(TEXTS);
}

export function emailCell(random: Random, faults: number): string {
  if (random.chance(faults / 2)) return random.pick(['', '  ', ...BAD_EMAILS]);
  return random.chance(0.2) ? random.pick(GOOD_EMAILS) : `Name${random.below(1000)}@Example.com`;
}

/** A pool of ids, some of which differ only in ways that must keep them apart. */
export function idPool(random: Random, size: number): readonly string[] {
  const nasty = [
    '7',
    '007',
    '07',
    'C-7',
    'c-7',
    '0',
    '00',
    '-5',
    '+5',
    '5.0',
    '9223372036854775807',
    '9223372036854775808',
    '12345678901234567890',
    '123456789012345678901',
    '1e3',
    '1000',
    'é',
    '中',
    '😀',
    '\uFF5E',
    'a b',
    'a,b',
    'a"b',
    'NULL',
    '٣',
    '0x10',
    '16',
    'true',
    '2026-01-01',
  ];
  const plain = Array.from({ length: size }, () => String(random.below(size * 3)));
  return random.shuffle([...new Set([...plain, ...nasty.filter(() => random.chance(0.5))])]);
}

export function booleanCell(random: Random, faults: number): string {
  if (random.chance(faults)) return random.pick(['', 'maybe', '2', 'ja', 'truee', '-1', '01']);
  if (random.chance(0.15)) return random.pick(['0', 'false', 'No', 'N', 'F', 'FALSE']);
  return random.pick(['1', 'true', 'TRUE', 'Yes', 'y', 'T', ' t ']);
}

export function amountCell(random: Random, faults: number): string {
  if (random.chance(faults)) {
    return random.pick([
      '',
      '1e5',
      'NaN',
      'Infinity',
      '12,50',
      '€10',
      '1.00001',
      '.5',
      '5.',
      '1 000',
      '0x1F',
      '--1',
      '+',
      '-',
      '99999999999999999999',
      '922337203685477.5808',
      '-922337203685477.5809',
      '1_000',
      '٣',
      '1.2.3',
      "1'000",
    ]);
  }
  const sign = random.pick(['', '', '', '-', '+']);
  const places = random.pick(['', '', '.5', '.05', '.005', '.0049', '.9951', '.0050', '.00']);
  return `${sign}${random.pick(['', '0', '00'])}${random.below(500)}${places}`;
}

export function statusCell(random: Random, faults: number): string {
  if (random.chance(faults / 2)) return random.pick(['', ' ', 'COMPLETED.', 'CANCELLED', 'COMPLETE']);
  return random.pick(['COMPLETED', 'COMPLETED', 'Completed', ' completed ', 'CANCELLED', 'PENDING']);
}

export function channelCell(random: Random, faults: number): string {
  if (random.chance(faults / 2)) return random.pick(['', 'e-mail', 'mail', 'email.']);
  return random.pick(['email', 'EMAIL', 'Email', ' eMail ', 'sms', 'push']);
}

export function consentCell(random: Random, faults: number): string {
  if (random.chance(faults)) return random.pick(['', 'OPTIN', 'OPT-IN', 'yes', 'OPT_IN OPT_OUT', 'OPT IN']);
  return random.pick(['OPT_IN', 'OPT_IN', 'opt_in', 'Opt_Out', 'OPT_OUT', ' OPT_IN']);
}
