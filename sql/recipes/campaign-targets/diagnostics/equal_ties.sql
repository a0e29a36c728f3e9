-- One row a tie that file order decided: what was chosen of several equal records.
with snapshot as (
  select client_id, updated_at, count(*) as records
  from clients
  group by client_id, updated_at
),
root as (
  select offer_id, count(*) as records
  from offer_details
  where parent_detail_id is null
  group by offer_id
),
tie as (
  select
    1 as place,
    'client: snapshots of one instant' as tie,
    null as solution_id,
    client.client_id as id,
    snapshot.records,
    null as chosen
  from snapshot
  join current_client as client using (client_id, updated_at)
  where snapshot.records > 1
  union all
  select
    2,
    'segment: offers of one priority',
    chosen.solution_id,
    chosen.segment,
    count(*),
    chosen.offer_id
  from segment_offer as chosen
  join valid_offer as offer
    on offer.solution_id = chosen.solution_id
    and offer.priority = chosen.priority
    and (offer.segment = '*' or folded(offer.segment) = folded(chosen.segment))
  group by chosen.solution_id, chosen.segment, chosen.offer_id
  having count(*) > 1
  union all
  select 3, 'offer: root details', null, root.offer_id, root.records, detail.detail_id
  from root
  join offer_root as detail using (offer_id)
  where root.records > 1
  union all
  select 4, 'client: blocks of one end', chosen.solution_id, chosen.client_id, count(*), chosen.block_reason
  from started_block as chosen
  join blocks as block
    on block.client_id = chosen.client_id
    and block.solution_id = chosen.solution_id
    and block.block_end is chosen.block_end
    and block.block_start <= :as_of
  group by chosen.solution_id, chosen.client_id, chosen.block_reason
  having count(*) > 1
  union all
  select
    5,
    'client: blocks of one end, for the solution and for all',
    own.solution_id,
    own.client_id,
    2,
    case when own.record < general.record then own.block_reason else general.block_reason end
  from started_block as own
  join started_block as general
    on general.solution_id = '*'
    and general.client_id = own.client_id
    and general.block_end is own.block_end
  where own.solution_id <> '*'
)
select tie, solution_id, id, records, chosen
from tie
order by place, solution_id, id
