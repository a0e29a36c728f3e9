-- One row an order.
select
  sales_order.order_key,
  sales_order.order_id,
  customer.customer_key,
  cast(replace(sales_order.date, '-', '') as integer) as date_key,
  sales_order.lines,
  sales_order.amount as sales
from sales_order
join customer using (customer_id)
order by sales_order.customer_id, sales_order.date, sales_order.order_id
