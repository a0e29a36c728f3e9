-- One row a cohort of the last three years and a month after its own.
select cohort_month, month_number, active_customers, retention_rate
from cohort_analysis
where month_number > 0
  and months_between(cohort_month, :as_of) <= 36
order by cohort_month, month_number
