-- One row a lead whose offer has no root detail.
select solution_id, client_id, 'offer_details_missing' as reason, null as detail
from lead_offer
where offer_id is not null
  and not has_details
