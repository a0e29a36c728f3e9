import { column, type Source } from '../oracle/sources.ts';
import { faultOfValue } from './exclusion-value.ts';

export const FIELDS = [
  'country',
  'language',
  'segment',
  'status',
  'birth_date',
  'email',
  'phone',
  'balance',
] as const;

export const OPERATORS = [
  'equals',
  'not_equals',
  'in',
  'not_in',
  'is_empty',
  'not_empty',
  'less_than',
  'greater_than',
] as const;

export const CHANNELS = ['email', 'sms', 'phone', 'mail'] as const;

/** The seven sources, written down from their description once more: the recipe's own file may be wrong. */
export const CAMPAIGN_SOURCES: readonly Source[] = [
  {
    name: 'clients',
    files: ['clients.csv', 'clients*.csv'],
    columns: [
      column('client_id', 'id', true),
      column('email', 'email'),
      column('phone', 'text'),
      column('country', 'text'),
      column('language', 'text'),
      column('segment', 'text', true),
      column('status', 'text'),
      column('birth_date', 'date'),
      column('balance', 'decimal'),
      column('updated_at', 'timestamp', true),
    ],
  },
  {
    name: 'solutions',
    files: ['solutions.csv', 'solutions*.csv'],
    unique: 'solution_id',
    columns: [
      column('solution_id', 'id', true),
      column('name', 'text', true),
      { ...column('channel', 'enum', true), values: CHANNELS },
      column('target_segments', 'text', true),
      column('capacity', 'integer'),
      column('cooldown_days', 'integer'),
      column('start_date', 'date'),
      column('end_date', 'date'),
    ],
  },
  {
    name: 'exclusions',
    files: ['exclusions.csv', 'exclusions*.csv'],
    unique: 'exclusion_id',
    columns: [
      column('exclusion_id', 'id', true),
      column('solution_id', 'id', true),
      { ...column('field', 'enum', true), values: FIELDS },
      { ...column('operator', 'enum', true), values: OPERATORS },
      { ...column('value', 'text'), faultBeside: faultOfValue },
      column('reason', 'text', true),
      column('active', 'boolean', true),
    ],
  },
  {
    name: 'offers',
    files: ['offers.csv', 'offers*.csv'],
    unique: 'offer_id',
    columns: [
      column('offer_id', 'id', true),
      column('solution_id', 'id', true),
      column('segment', 'text', true),
      column('priority', 'integer', true),
      column('valid_from', 'date'),
      column('valid_to', 'date'),
    ],
  },
  {
    name: 'offer_details',
    files: ['offer_details.csv', 'offer_details*.csv'],
    unique: 'detail_id',
    columns: [
      column('detail_id', 'id', true),
      column('offer_id', 'id', true),
      column('parent_detail_id', 'id'),
      column('title', 'text', true),
      column('price', 'decimal'),
    ],
  },
  {
    name: 'blocks',
    files: ['blocks.csv', 'blocks*.csv'],
    columns: [
      column('client_id', 'id', true),
      column('solution_id', 'id', true),
      column('block_reason', 'text', true),
      column('block_start', 'date', true),
      column('block_end', 'date'),
    ],
  },
  {
    name: 'contact_history',
    files: ['contact_history.csv', 'contact_history*.csv'],
    columns: [
      column('client_id', 'id', true),
      column('solution_id', 'id', true),
      column('contacted_on', 'date', true),
    ],
  },
];
