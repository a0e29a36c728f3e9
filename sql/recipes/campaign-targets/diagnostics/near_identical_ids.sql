-- One row an id and a source that has it, of the ids that differ from another only by leading zeros or case.
with mention as (
  select 'client' as kind, 'clients' as source, client_id as id from current_client
  union
  select 'client', 'blocks', client_id from blocks
  union
  select 'client', 'contact_history', client_id from contact_history
  union
  select 'solution', 'solutions', solution_id from solutions
  union
  select 'solution', 'exclusions', solution_id from exclusions
  union
  select 'solution', 'offers', solution_id from offers
  union
  select 'solution', 'blocks', solution_id from blocks
  union
  select 'solution', 'contact_history', solution_id from contact_history
  union
  select 'offer', 'offers', offer_id from offers
  union
  select 'offer', 'offer_details', offer_id from offer_details
),
plain as (
  select kind, source, id, folded(ltrim(cast(id as text), '0')) as plain_id
  from mention
),
ambiguous as (
  select kind, plain_id
  from plain
  group by kind, plain_id
  having count(distinct id) > 1
)
select plain.kind, plain.plain_id, plain.id, plain.source
from plain
join ambiguous using (kind, plain_id)
order by plain.kind, plain.plain_id, plain.id, plain.source
