-- One row an id and a source that has it, of the ids that differ from another only by leading zeros or case.
with mention as (
  select 'customers' as source, customer_id from customers
  union
  select 'bookings', customer_id from bookings
  union
  select 'consent_events', customer_id from consent_events
  union
  select 'suppressions', customer_id from suppressions
),
plain as (
  select source, customer_id, lower(ltrim(cast(customer_id as text), '0')) as plain_id
  from mention
),
ambiguous as (
  select plain_id
  from plain
  group by plain_id
  having count(distinct customer_id) > 1
)
select plain_id, customer_id, source
from plain
where plain_id in (select plain_id from ambiguous)
order by plain_id, customer_id, source
