-- One row a lead; blocked_until is empty where the block is open, block_reason where there is no block.
with published as (
  select solution_id, client_id, max(as_of) as contacted_on
  from earlier_contact
  where as_of <= :as_of
  group by solution_id, client_id
),
contacted as (
  select
    lead.solution_id,
    lead.client_id,
    lead.offer_id,
    lead.offer_priority,
    nullif(
      max(coalesce(history.contacted_on, ''), coalesce(published.contacted_on, '')),
      ''
    ) as last_contacted_on,
    case
      when general.record is null then false
      when own.record is null then true
      when own.block_end is general.block_end then general.record < own.record
      -- Nothing is after an open end: the comparison with null does not hold.
      else general.block_end is null or general.block_end > own.block_end
    end as by_general_block,
    own.block_reason as own_reason,
    own.block_start as own_start,
    own.block_end as own_end,
    general.block_reason as general_reason,
    general.block_start as general_start,
    general.block_end as general_end
  from lead_offer as lead
  left join last_contact as history using (solution_id, client_id)
  left join published using (solution_id, client_id)
  left join started_block as own using (solution_id, client_id)
  left join started_block as general on general.solution_id = '*' and general.client_id = lead.client_id
)
select
  solution_id,
  client_id,
  offer_id,
  offer_priority,
  last_contacted_on,
  case when by_general_block then general_reason else own_reason end as block_reason,
  case when by_general_block then general_start else own_start end as blocked_since,
  case when by_general_block then general_end else own_end end as blocked_until
from contacted
