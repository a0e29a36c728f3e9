-- One row an order whose returns are more than what was bought with it.
with sides as (
  select
    customer_id,
    order_id,
    sum(amount) filter (where amount > 0) as bought,
    sum(amount) filter (where amount < 0) as returned,
    sum(amount) as amount
  from sales_line
  group by customer_id, order_id
)
select customer_id, order_id, bought, returned, amount
from sides
where amount < 0
order by amount, customer_id, order_id
