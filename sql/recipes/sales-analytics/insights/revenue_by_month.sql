-- One row a month.
select month, revenue, revenue_growth as growth
from monthly_metrics
order by month
