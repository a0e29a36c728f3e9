import { type Content, lines } from '../../support/write-files.ts';

/** The day of the tests about campaigns. */
export const CAMPAIGN_DAY = '2026-11-20';

/** Solutions for a segment that no client is in: so many groups that only some of them are shown at first. */
const IDLE = Array.from({ length: 30 }, (_, index) => `I${10 + index},Idle,mail,nobody,,,,`);

/**
 * A small campaign: eight clients; S1 takes everybody by email, three at most, S2 the silver ones by phone, S3 has ended. One client is in
 * no segment that any offer is for.
 */
export const CAMPAIGN_FILES: Readonly<Record<string, Content>> = {
  'clients.csv': lines(
    'client_id,email,phone,country,language,segment,status,birth_date,balance,updated_at',
    '1,one@x.example,+491,DE,de,gold,active,1990-01-01,10.00,2026-01-01',
    '2,two@x.example,+492,DE,de,gold,closed,1990-01-01,,2026-01-01',
    '3,three@x.example,+493,AT,de,silver,active,1990-01-01,-5.00,2026-01-01',
    '4,four@x.example,,AT,de,silver,active,1990-01-01,,2026-01-01',
    '5,five@x.example,+495,CH,fr,silver,active,1990-01-01,,2026-01-01',
    '6,,+496,CH,fr,gold,active,1990-01-01,,2026-01-01',
    '7,seven@x.example,+497,CH,fr,gold,active,1990-01-01,,2026-01-01',
    '8,eight@x.example,+498,CH,fr,student,active,1990-01-01,,2026-01-01',
  ),
  'solutions.csv': lines(
    'solution_id,name,channel,target_segments,capacity,cooldown_days,start_date,end_date',
    'S1,Winter mail,email,*,3,30,,',
    'S2,Silver calls,phone,Silver,,,,',
    'S3,Over,email,*,,,,2026-01-31',
    ...IDLE,
  ),
  'exclusions.csv': lines(
    'exclusion_id,solution_id,field,operator,value,reason,active',
    'E1,*,status,equals,closed,account_closed,yes',
    'E2,S2,country,in,CH|LI,Not in this COUNTRY,yes',
  ),
  'offers.csv': lines(
    'offer_id,solution_id,segment,priority,valid_from,valid_to',
    'O1,S1,gold,1,,',
    'O2,S1,silver,2,,',
    'O3,S2,silver,1,,',
  ),
  'offer_details.csv': lines(
    'detail_id,offer_id,parent_detail_id,title,price',
    'D1,O1,,Gold offer,9.50',
    'D2,O1,D1,Variant,9.00',
    'D3,O2,,Silver offer,5.00',
    'D4,O3,,Call,0.00',
  ),
  'blocks.csv': lines(
    'client_id,solution_id,block_reason,block_start,block_end',
    '7,*,complaint,2026-10-01,2026-12-31',
  ),
  'contact_history.csv': lines('client_id,solution_id,contacted_on', '5,S2,2026-01-10'),
};
