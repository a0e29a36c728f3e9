-- One row a cohort and a number of months within which customers came back.
select cohort_month, 'within ' || months || ' months' as span, retention_rate
from cumulative_retention
order by cohort_month, months
