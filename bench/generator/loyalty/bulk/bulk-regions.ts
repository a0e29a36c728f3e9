import type { BulkLines } from '../../bulk/scale.ts';
import { REGION_COUNT, regionCode } from './loyalty-scale.ts';

/** The names of the regions. */
export function metadataLines(): BulkLines {
  return {
    header: 'region_code,region_name,classification',
    line: (index) => `${regionCode(index)},Region ${index + 1},${index % 3 === 0 ? 'core' : 'growth'}`,
  };
}

/** Two thresholds of each region, the second since summer; those of one region are upside down. */
export function thresholdLines(): BulkLines {
  return {
    header: 'region_code,low_threshold,high_threshold,valid_from',
    line: (index) => {
      const region = index % REGION_COUNT;
      const low = 30 + (index % 7);
      const [first, second] = region === REGION_COUNT - 1 ? [low + 30, low] : [low, low + 30];
      return `${regionCode(region)},${first},${second}.5,${index < REGION_COUNT ? '2025-01-01' : '2026-07-01'}`;
    },
  };
}
