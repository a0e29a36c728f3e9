-- One row a month, and whether its customers were new.
with part as (
  select month, 1 as place, 'New' as customer, new_customers as customers
  from monthly_metrics
  union all
  select month, 2, 'Returning', returning_customers
  from monthly_metrics
)
select month, customer, customers
from part
order by month, place
