-- One row a pair of ids, of different files, that differ only by leading zeros or case.
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
)
select
  customer.customer_id as customer_id,
  other.source as other_source,
  other.customer_id as other_id
from plain as customer
join plain as other using (plain_id)
where customer.source = 'customers'
  and other.source <> 'customers'
  and customer.customer_id <> other.customer_id
order by customer.customer_id, other.source, other.customer_id
