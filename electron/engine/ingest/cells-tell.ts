import { formatsOf, formattedReader } from './value-formats.ts';
import { type ColumnType, Fault, valueReader } from './values.ts';

/** So many of the cells have to fit for them to speak for a type, and so few for them to speak against it. */
const FOR = 0.8;
const AGAINST = 0.5;

/** What cells that fit are worth; decimals are worth more where they have a fraction or a currency, as every count is a number, too. */
const FITS = 1.5;
const FITS_AS_NUMBER = 1;
const SPEAKS_AGAINST = -2;

/** What is surely no id is none even where the name is nearly the column's. */
const NO_ID = -3;

/** Whether cells look like the values of a type: above nought they speak for it, below against it, and at nought they tell nothing. */
export function cellsTell(type: ColumnType, texts: readonly string[]): number {
  if (texts.length === 0) return 0;
  const share = (test: (text: string) => boolean) => texts.filter(test).length / texts.length;
  switch (type.kind) {
    case 'text':
      return 0;
    case 'id':
      // A day or an amount is nobody's number.
      return share(isDay) >= FOR || share(hasFraction) >= AGAINST ? NO_ID : 0;
    case 'email':
      return share((text) => text.includes('@')) >= AGAINST ? FITS : SPEAKS_AGAINST;
    case 'integer':
    case 'decimal': {
      const fit = share((text) => isReadAs(type, text));
      if (fit < AGAINST || share(isDay) >= FOR) return SPEAKS_AGAINST;
      if (fit < FOR) return 0;
      return type.kind === 'decimal' && share((text) => !/^\d+$/.test(text)) > 0 ? FITS : FITS_AS_NUMBER;
    }
    default: {
      const fit = share((text) => isReadAs(type, text));
      return fit >= FOR ? FITS : fit < AGAINST ? SPEAKS_AGAINST : 0;
    }
  }
}

function isReadAs(type: ColumnType, text: string): boolean {
  const readers = [valueReader(type), ...formatsOf(type.kind).map((format) => formattedReader(type, format))];
  return readers.some((read) => !(read(text) instanceof Fault));
}

function isDay(text: string): boolean {
  return /\D/.test(text) && isReadAs({ kind: 'date' }, text);
}

function hasFraction(text: string): boolean {
  return /[.,]/.test(text) && isReadAs({ kind: 'decimal' }, text);
}
