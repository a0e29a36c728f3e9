import type { Browser } from 'playwright';
import type { BenchHost } from '../measure/served-host.ts';

/** What the measurements have to work with. */
export interface Bench {
  readonly browser: Browser;
  readonly host: BenchHost;
  readonly workspace: string;
  readonly runs: number;
}
