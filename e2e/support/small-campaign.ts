import { csvFiles } from './write-files.ts';

export const CAMPAIGN_DAY = '2026-11-20';

const HEADERS = {
  clients: 'client_id,email,phone,country,language,segment,status,birth_date,balance,updated_at',
  solutions: 'solution_id,name,channel,target_segments,capacity,cooldown_days,start_date,end_date',
  exclusions: 'exclusion_id,solution_id,field,operator,value,reason,active',
  offers: 'offer_id,solution_id,segment,priority,valid_from,valid_to',
  offer_details: 'detail_id,offer_id,parent_detail_id,title,price',
  blocks: 'client_id,solution_id,block_reason,block_start,block_end',
  contact_history: 'client_id,solution_id,contacted_on',
} as const;

type CampaignSource = keyof typeof HEADERS;

/** Files of the seven sources with these lines under their headers; null leaves a file out. */
export function campaignFiles(
  rows: Readonly<Partial<Record<CampaignSource, readonly string[] | null>>>,
): Readonly<Record<string, string>> {
  return csvFiles(HEADERS, rows);
}
