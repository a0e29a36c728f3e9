-- One row a customer id that differs from another only by leading zeros or case.
with plain as (
  select customer_id, folded(ltrim(cast(customer_id as text), '0')) as plain_id, orders, amount
  from customer
),
ambiguous as (
  select plain_id
  from plain
  group by plain_id
  having count(*) > 1
)
select plain_id, customer_id, orders, amount
from plain
join ambiguous using (plain_id)
order by plain_id, customer_id
