import { type Dialect, PLAIN } from '../../csv.ts';
import type { Department } from './department.ts';

const SEMICOLONS: Dialect = { delimiter: ';', lineEnd: '\r\n', byteOrderMark: false };

/** `Region_Metadata.csv`: Windows-1252 with semicolons; one region twice, one in which nobody lives, and none for Luxembourg. */
export const REGION_METADATA: Department = {
  file: 'Region_Metadata.csv',
  header: ['Region Code', 'Region Name', 'Classification'],
  dialect: SEMICOLONS,
  windows1252: true,
  faults: [],
  rows: () => [
    ['10', 'Nord', 'core'],
    ['20', 'Süd', 'core'],
    ['30', 'West', 'core'],
    ['40', 'Ost', 'growth'],
    ['07', 'Übersee', 'small'],
    ['AT', 'Österreich', 'growth'],
    ['CH', 'Schweiz', 'premium'],
    ['NL', 'Niederlande', 'new'],
    ['DK', 'Dänemark', 'new'],
    ['LI', 'Liechtenstein', 'small'],
    ['30', 'Westen', 'growth'],
  ],
};

/** `region_thresholds.csv`: what was decided one year after the other, with one row upside down. */
export const REGION_THRESHOLDS: Department = {
  file: 'region_thresholds.csv',
  header: ['region_code', 'low_threshold', 'high_threshold', 'valid_from'],
  dialect: PLAIN,
  faults: [],
  rows: () => [
    ['10', '35', '65', '2025-01-01'],
    ['20', '35', '65', '2025-01-01'],
    ['30', '35', '65', '2025-01-01'],
    ['40', '30', '60', '2025-01-01'],
    ['07', '30.5', '60.25', '2025-01-01'],
    ['AT', '35', '65', '2025-01-01'],
    ['CH', '40', '75', '2025-01-01'],
    ['DK', '65', '35', '2026-01-01'],
    ['LU', '35', '65', '2026-01-01'],
    ['10', '40', '70', '2026-01-01'],
    ['20', '40', '70', '2026-01-01'],
    ['30', '40', '70', '2026-07-01'],
    ['40', '50', '70', '2026-11-20'],
    ['AT', '38', '68', '2026-07-01'],
    ['10', '45', '75', '2027-01-01'],
    ['NL', '40', '70', '2027-01-01'],
  ],
};
