-- One row: the revenue of all customers, and of all rows of fact_sales.
select
  (select coalesce(sum(revenue), 0) from customer_value) as left,
  (select coalesce(sum(amount), 0) from fact_sales) as right
