-- One row a source and a customer that is in no customer file.
with mention as (
  select 'bookings' as source, customer_id from bookings
  union all
  select 'consent_events', customer_id from consent_events
  union all
  select 'suppressions', customer_id from suppressions
)
select source, customer_id, count(*) as records
from mention
where customer_id not in (select customer_id from customers)
group by source, customer_id
order by source, customer_id
