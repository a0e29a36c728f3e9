-- One row a cohort and a number of months within which its customers may have come back.
with span as (
  select 3 as months
  union all
  select 12
  union all
  select 18
),
comeback as (
  select cohort_month, months_between(cohort_month, return_month) as month_number, count(*) as customers
  from customer
  group by cohort_month, return_month
),
counted as (
  select
    comeback.cohort_month,
    span.months,
    sum(comeback.customers) as cohort_size,
    coalesce(sum(comeback.customers) filter (where comeback.month_number <= span.months), 0) as retained_customers
  from comeback
  cross join span
  group by comeback.cohort_month, span.months
)
select
  cohort_month,
  cohort_size,
  months,
  retained_customers,
  case
    -- The day after the as-of date is in the first month that has not ended.
    when months_between(cohort_month, next_day(:as_of)) > months
      then ratio(retained_customers, cohort_size, 4)
  end as retention_rate
from counted
order by cohort_month, months
