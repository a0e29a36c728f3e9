-- One row: the revenue of fact_sales, and of the accepted lines less the superseded ones.
with superseded as (
  select record from sales
  except
  select record from sales_line
)
select
  (select coalesce(sum(amount), 0) from fact_sales) as left,
  (select coalesce(sum(amount), 0) from sales)
    - (select coalesce(sum(sales.amount), 0) from superseded join sales using (record)) as right
