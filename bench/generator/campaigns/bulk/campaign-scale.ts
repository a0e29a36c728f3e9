import { customerId } from '../../bulk/scale.ts';
import type { Random } from '../../random.ts';

/** How many of everything there are; solutions, exclusions, offers and their details do not grow. */
export interface CampaignScale {
  readonly clients: number;
  readonly snapshots: number;
  readonly blocks: number;
  readonly contacts: number;
}

/** The proportions between the files. */
export function campaignScale(clients: number): CampaignScale {
  return {
    clients,
    snapshots: Math.round(clients * 1.25),
    blocks: Math.round(clients / 10),
    contacts: Math.round(clients / 2),
  };
}

/** Segments; each has as many clients as any other. */
export const SEGMENTS = [
  'standard',
  'silver',
  'gold',
  'platinum',
  'business',
  'student',
  'family',
  'senior',
  'abroad',
  'partner',
] as const;

/** Solutions, all of them active; two target everybody, the others half of the segments: five leads a client. */
export const SOLUTIONS = ['101', '102', '103', '104', '105', '106', '107', '108'] as const;

/** A client, now and then one that is in no client file. */
export function anyClient({ clients }: CampaignScale, random: Random): string {
  return customerId(random.below(Math.ceil(clients * 1.003)));
}
