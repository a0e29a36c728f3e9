-- One row an active solution and a segment that it targets and has a valid offer for.
with candidate as (
  select
    targeted.solution_id,
    targeted.segment,
    offer.offer_id,
    offer.priority,
    row_number() over (
      partition by targeted.solution_id, targeted.segment
      order by offer.priority, offer.record
    ) as place
  from targeted_segment as targeted
  join valid_offer as offer
    on offer.solution_id = targeted.solution_id
    and (offer.segment = '*' or folded(offer.segment) = folded(targeted.segment))
)
select solution_id, segment, offer_id, priority
from candidate
where place = 1
