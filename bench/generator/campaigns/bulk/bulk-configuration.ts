import { type CampaignScale, SEGMENTS, SOLUTIONS } from './campaign-scale.ts';

/** The lines of a small file. */
export interface ConfigurationLines {
  readonly header: string;
  readonly lines: readonly string[];
}

const CHANNELS = ['email', 'sms', 'email', 'phone', 'mail', 'email', 'sms', 'email'] as const;
const COOLDOWNS = [30, 7, 14, 90, '', 30, 7, 60] as const;
/** Clients for each place; none where the capacity is open. */
const CLIENTS_A_PLACE = [0, 4, 5, 20, 0, 3, 6, 10] as const;
const SEGMENTS_A_SOLUTION = SEGMENTS.length / 2;
const OFFERS = 60;
const DETAILS_AN_OFFER = 5;
// The details of these offers all have a parent.
const WITHOUT_ROOT = new Set([13, 44]);

const segment = (index: number): string => SEGMENTS[index % SEGMENTS.length] ?? '';

/** The eight solutions. */
export function solutionLines({ clients }: CampaignScale): ConfigurationLines {
  return {
    header: 'solution_id,name,channel,target_segments,capacity,cooldown_days,start_date,end_date',
    lines: SOLUTIONS.map((solution, index) => {
      const half = Array.from({ length: SEGMENTS_A_SOLUTION }, (_, step) => segment(index * 3 + step));
      const targets = index % 4 === 0 ? '*' : half.join('|');
      const share = CLIENTS_A_PLACE[index] ?? 0;
      const capacity = share === 0 ? '' : Math.ceil(clients / share);
      return `${solution},Solution ${index + 1},${CHANNELS[index]},${targets},${capacity},${COOLDOWNS[index]},2026-01-01,`;
    }),
  };
}

/** Twenty exclusions over all fields and operators; each keeps out a few in a hundred. */
export function exclusionLines(): ConfigurationLines {
  const rows = [
    '*,status,equals,closed,Account closed',
    '*,status,in,deceased|estate,Estate',
    '*,birth_date,greater_than,2008-11-20,Minor',
    '*,email,in,test@example.com|demo@example.com,Test address',
    '101,country,not_in,DE|AT|CH|IT|FR,Outside of the area',
    '101,balance,less_than,-100,Overdrawn',
    '102,language,equals,nl,No text in Dutch',
    '102,birth_date,less_than,1942-01-01,Too old for text messages',
    '103,segment,equals,student,Students later',
    '103,balance,greater_than,4900,Personal adviser',
    '104,phone,is_empty,,No phone',
    '104,status,not_empty,,Status to be cleared',
    '105,country,is_empty,,No country',
    '105,balance,equals,0,Empty account',
    '106,language,not_in,de|en|fr|it,No text in the language',
    '106,birth_date,is_empty,,Age unknown',
    '107,country,in,NL|BE,Outside of the area',
    '107,email,equals,demo@example.com,Test address',
    '108,country,not_equals,DE,Germany only',
    '108,balance,less_than,-250.50,Overdrawn',
  ];
  return {
    header: 'exclusion_id,solution_id,field,operator,value,reason,active',
    lines: rows.map((row, index) => `X${index + 1},${row},true`),
  };
}

/** Sixty offers, seven or eight a solution: one for all segments, the others for one each; some are over. */
export function offerLines(): ConfigurationLines {
  return {
    header: 'offer_id,solution_id,segment,priority,valid_from,valid_to',
    lines: Array.from({ length: OFFERS }, (_, index) => {
      const place = index % SOLUTIONS.length;
      const round = Math.floor(index / SOLUTIONS.length);
      // Two solutions have no offer for all segments, so that some leads have none.
      const forAll = round === 0 && place !== 4 && place !== 6;
      const until = index % 11 === 10 ? '2026-10-31' : '2026-12-31';
      const priority = forAll ? 9 : 1 + (round % 3);
      return `O${index + 1},${SOLUTIONS[place]},${forAll ? '*' : segment(place * 3 + round)},${priority},2026-09-01,${until}`;
    }),
  };
}

/** Five details of each offer: a root and four variants. */
export function detailLines(): ConfigurationLines {
  return {
    header: 'detail_id,offer_id,parent_detail_id,title,price',
    lines: Array.from({ length: OFFERS * DETAILS_AN_OFFER }, (_, index) => {
      const offer = Math.floor(index / DETAILS_AN_OFFER) + 1;
      const step = index % DETAILS_AN_OFFER;
      const root = `D${offer}-0`;
      const parent = step > 0 || WITHOUT_ROOT.has(offer) ? root : '';
      return `D${offer}-${step},O${offer},${parent},Offer ${offer} variant ${step},${offer * 10 + step}.50`;
    }),
  };
}
