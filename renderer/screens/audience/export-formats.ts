import type { ExportFormat } from '../../../electron/contract/exports.ts';

/** What a format is called, when to take it, and how its files end. */
export interface FormatInfo {
  readonly title: string;
  readonly about: string;
  readonly ending: string;
}

export const FORMATS: Readonly<Record<ExportFormat, FormatInfo>> = {
  csv: {
    title: 'CSV, exact',
    about: 'For mailing tools and other programs: every value to the character, as the run has it.',
    ending: 'csv',
  },
  'csv-for-spreadsheets': {
    title: 'CSV, safe for spreadsheets',
    about:
      'To be opened in Excel where it must be CSV: what would be worked out as a formula gets an apostrophe.',
    ending: 'csv',
  },
  xlsx: {
    title: 'Excel workbook (XLSX)',
    about: 'For people: ids keep their zeros, days and numbers are real ones; up to 1,048,575 rows.',
    ending: 'xlsx',
  },
  json: {
    title: 'JSON',
    about: 'For developers: a list of objects, one a line, whose numbers keep all of their digits.',
    ending: 'json',
  },
  parquet: {
    title: 'Parquet',
    about: 'For data warehouses and analysis: small, and each column with its type.',
    ending: 'parquet',
  },
};
