-- One row a customer and a source whose latest instant stands on several lines.
with instant as (
  select 'customers' as source, customer_id, updated_at as instant, count(*) as records
  from customers
  group by customer_id, updated_at
  union all
  select 'consent_events', customer_id, event_ts, count(*)
  from consent_events
  where lower(channel) = 'email'
  group by customer_id, event_ts
),
latest as (
  select source, customer_id, max(instant) as instant
  from instant
  group by source, customer_id
)
select source, customer_id, instant, records
from latest
join instant using (source, customer_id, instant)
where records > 1
order by source, customer_id
