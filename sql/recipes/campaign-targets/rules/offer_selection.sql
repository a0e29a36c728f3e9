-- One row a lead whose solution has no offer for its segment on the as-of date.
select solution_id, client_id, 'no_eligible_offer' as reason, null as detail
from lead_offer
where offer_id is null
