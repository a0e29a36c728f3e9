-- One row an order of an id that several customers have.
with shared as (
  select order_id, count(*) as customers
  from sales_order
  group by order_id
  having count(*) > 1
)
select
  sales_order.order_id,
  shared.customers,
  sales_order.customer_id,
  sales_order.date,
  sales_order.lines,
  sales_order.amount
from shared
join sales_order using (order_id)
order by sales_order.order_id, sales_order.customer_id
