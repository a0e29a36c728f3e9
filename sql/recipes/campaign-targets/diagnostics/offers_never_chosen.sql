-- One row an offer that is made to no lead.
with rival as (
  -- The best of the offers chosen for a segment that this one is for, too.
  select offer.offer_id, count(*) as segments
  from valid_offer as offer
  join targeted_segment as targeted
    on targeted.solution_id = offer.solution_id
    and (offer.segment = '*' or folded(offer.segment) = folded(targeted.segment))
  group by offer.offer_id
)
select
  offer.offer_id,
  offer.solution_id,
  offer.segment,
  offer.priority,
  case
    when offer.solution_id not in (select solution_id from solutions) then 'its solution is unknown'
    when offer.solution_id not in (select solution_id from active_solution) then 'its solution is not active'
    when offer.offer_id not in (select offer_id from valid_offer) then 'it is not valid on the day'
    when rival.segments is null then 'no client is in a segment that it is for'
    else 'another offer comes first'
  end as reason
from offers as offer
left join rival using (offer_id)
where offer.offer_id not in (select offer_id from segment_offer)
order by offer.solution_id, offer.record
