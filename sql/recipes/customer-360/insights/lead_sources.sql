-- One row a source of leads, the one that brought most money first.
select
  lead_source,
  count(*) as leads,
  count(user_uuid) as linked,
  ratio(count(user_uuid), count(*), 4) as share,
  count(*) filter (where completed_amount > 0) as payers,
  sum(completed_amount) as amount
from customer_360
where has_lead
group by lead_source
order by sum(completed_amount) desc, count(*) desc, lead_source
