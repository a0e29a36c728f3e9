-- One row: the revenue of all months, and of all customers.
select
  (select coalesce(sum(revenue), 0) from monthly_metrics) as left,
  (select coalesce(sum(revenue), 0) from customer_value) as right
