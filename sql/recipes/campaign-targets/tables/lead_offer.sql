-- One row a lead; offer_id is empty where its solution has no offer for its segment.
select
  lead.solution_id,
  lead.client_id,
  offer.offer_id,
  offer.priority as offer_priority,
  offer.detail_id is not null as has_details
from lead
left join enriched_offer as offer using (solution_id, segment)
