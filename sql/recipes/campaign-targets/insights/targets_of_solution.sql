-- One row a target of the solution.
select solution_id, client_id, channel, address, offer_id, offer_title, offer_price, segment
from campaign_targets
where cast(solution_id as text) = :x
order by client_id
