-- One row an offer without a root detail; details counts those that have a parent.
with detail as (
  select offer_id, count(*) as details
  from offer_details
  group by offer_id
)
select
  offer.offer_id,
  offer.solution_id,
  offer.segment,
  offer.priority,
  coalesce(detail.details, 0) as details
from offers as offer
left join detail using (offer_id)
where not exists (select 1 from offer_root as root where root.offer_id = offer.offer_id)
order by offer.record
