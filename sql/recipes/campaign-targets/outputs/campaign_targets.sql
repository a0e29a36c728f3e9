-- One row a lead that no rule excludes, by solution and client: entities are numbered in that order.
select
  survivor.solution_id,
  survivor.client_id,
  solution.channel,
  case
    when solution.channel = 'email' then client.email
    when solution.channel in ('sms', 'phone') then client.phone
  end as address,
  offer.offer_id,
  offer.title as offer_title,
  offer.price as offer_price,
  offer.variants,
  client.segment,
  client.language
from survivor
join active_solution as solution using (solution_id)
join current_client as client using (client_id)
left join enriched_offer as offer
  on offer.solution_id = survivor.solution_id
  and offer.segment = client.segment
order by survivor.entity
