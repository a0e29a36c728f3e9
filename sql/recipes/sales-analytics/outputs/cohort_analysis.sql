-- One row a cohort and a month from its own to that of the as-of date.
with recursive cohort as (
  select cohort_month, customers as cohort_size
  from cohort_month
  where month = cohort_month
),
cell as (
  select cohort_month, cohort_month as month, 0 as month_number
  from cohort
  union all
  select cohort_month, next_month(month), month_number + 1
  from cell
  where month < month_of(:as_of)
)
select
  cell.cohort_month,
  cell.month_number,
  cohort.cohort_size,
  coalesce(found.customers, 0) as active_customers,
  case
    when month_end(cell.month) <= :as_of
      then ratio(coalesce(found.customers, 0), cohort.cohort_size, 4)
  end as retention_rate,
  coalesce(found.revenue, 0) as revenue
from cell
join cohort using (cohort_month)
left join cohort_month as found using (cohort_month, month)
order by cell.cohort_month, cell.month_number
