import type { Code } from '../../electron/contract/codes.ts';
import type { Column } from './sources.ts';

/** An accepted value: integers and decimals are whole numbers, decimals of ten-thousandths. */
export type Value = string | bigint | boolean | null;

export type Reading = { readonly value: Value } | { readonly code: Code };

/** Reads one cell by its column. */
export function readValue(column: Column, cell: string): Reading {
  const text = cell.trim();
  if (text === '') return column.required ? { code: 'missing_value' } : { value: null };
  switch (column.type) {
    case 'id':
    case 'text':
      return { value: text };
    case 'email':
      return { value: text.toLowerCase() };
    case 'integer':
      return readInteger(text);
    case 'decimal':
      return readDecimal(text);
    case 'date':
      return readDate(text);
    case 'timestamp':
      return readTimestamp(text);
    case 'boolean':
      return readBoolean(text);
    case 'enum': {
      const listed = column.values?.find((value) => value.toLowerCase() === text.toLowerCase());
      return listed === undefined ? { code: 'not_allowed' } : { value: listed };
    }
  }
}

function readInteger(text: string): Reading {
  if (!/^[+-]?[0-9]+$/.test(text)) return { code: 'not_a_number' };
  const value = BigInt(text.replace(/^\+/, ''));
  return BigInt.asIntN(64, value) === value ? { value } : { code: 'out_of_range' };
}

function readDecimal(text: string): Reading {
  const match = /^([+-]?)([0-9]+)(?:\.([0-9]{1,4}))?$/.exec(text);
  if (!match) return { code: 'not_a_number' };
  const [, sign, whole = '', places = ''] = match;
  const size = BigInt(whole + places.padEnd(4, '0'));
  const value = sign === '-' ? -size : size;
  return BigInt.asIntN(64, value) === value ? { value } : { code: 'out_of_range' };
}

const DAY = /^([0-9]{4})-([0-9]{2})-([0-9]{2})/;
const TIME = /^[T ]([01][0-9]|2[0-3]):([0-5][0-9])(?::([0-5][0-9])(?:\.([0-9]+))?)?/;
const ZONE = /^(?:Z|([+-])([01][0-9]|2[0-3]):?([0-5][0-9]))$/;

function readDate(text: string): Reading {
  const day = DAY.exec(text)?.[0];
  if (day === undefined || !isRealDay(day)) return { code: 'not_a_date' };
  const rest = text.slice(day.length);
  const time = TIME.exec(rest)?.[0] ?? '';
  const zone = rest.slice(time.length);
  const dropped = rest === '' || (time !== '' && (zone === '' || ZONE.test(zone)));
  return dropped ? { value: day } : { code: 'not_a_date' };
}

/** An instant as UTC text that compares as it does. */
function readTimestamp(text: string): Reading {
  const day = DAY.exec(text)?.[0];
  if (day === undefined || !isRealDay(day)) return { code: 'not_a_timestamp' };
  const rest = text.slice(day.length);
  const [time = '', hour = '00', minute = '00', second = '00', fraction = ''] = TIME.exec(rest) ?? [];
  const zone = rest.slice(time.length);
  const match = ZONE.exec(zone);
  if (zone !== '' && !match) return { code: 'not_a_timestamp' };
  const [, sign = '+', zoneHours = '0', zoneMinutes = '0'] = match ?? [];
  const ahead = (sign === '-' ? -1 : 1) * (Number(zoneHours) * 60 + Number(zoneMinutes));
  const instant = new Date(`${day}T${hour}:${minute}:${second}Z`);
  instant.setUTCMinutes(instant.getUTCMinutes() - ahead);
  const kept = fraction.replace(/0+$/, '');
  return { value: instant.toISOString().slice(0, 19) + (kept === '' ? '' : `.${kept}`) };
}

function isRealDay(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  // The 30th of February rolls over into March, which is no longer what was written.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day) && !day.startsWith('0000');
}

function readBoolean(text: string): Reading {
  const word = text.toLowerCase();
  if (['1', 'true', 'yes', 'y', 't'].includes(word)) return { value: true };
  if (['0', 'false', 'no', 'n', 'f'].includes(word)) return { value: false };
  return { code: 'not_a_boolean' };
}
