-- One row a month and a stage: the customers in it on the month's last day, or on the as-of date.
with recursive silence as materialized (
  -- How many customers ordered on a day and then not for so long, or never since.
  select date_before as last_date, count(*) as over_90, sum(gap > 181) as over_180, sum(gap > 366) as over_365
  from sales_order
  where gap > 91
  group by date_before
  union all
  select last_order_date, count(*), count(*), count(*)
  from customer
  group by last_order_date
),
newcomer as materialized (
  select first_order_date, count(*) as customers
  from customer
  group by first_order_date
),
comeback as (
  select
    date,
    case when gap > 366 then 'churned' when gap > 181 then 'dormant' else 'at_risk' end as from_stage,
    count(*) as customers
  from sales_order
  where gap > 91
  group by date, from_stage
),
transition as materialized (
  select first_order_date as day, 'none' as from_stage, 'new' as to_stage, customers
  from newcomer
  union all
  select days_after(first_order_date, 31), 'new', 'active', customers
  from newcomer
  union all
  select days_after(last_date, 91), 'active', 'at_risk', over_90
  from silence
  union all
  select days_after(last_date, 181), 'at_risk', 'dormant', over_180
  from silence
  union all
  select days_after(last_date, 366), 'dormant', 'churned', over_365
  from silence
  union all
  select date, from_stage, 'active', customers
  from comeback
),
change as (
  select day, from_stage as stage, -customers as customers
  from transition
  union all
  select day, to_stage, customers
  from transition
),
moved as (
  select month_of(day) as month, stage, sum(customers) as customers
  from change
  where day <= :as_of
  group by month_of(day), stage
),
calendar as (
  select min(cohort_month) as month
  from customer
  having min(cohort_month) is not null
  union all
  select next_month(month)
  from calendar
  where month < month_of(:as_of)
),
stage (place, stage) as (
  values (1, 'new'), (2, 'active'), (3, 'at_risk'), (4, 'dormant'), (5, 'churned')
)
select
  calendar.month,
  stage.stage,
  sum(coalesce(moved.customers, 0)) over (partition by stage.stage order by calendar.month) as customers
from calendar
cross join stage
left join moved using (month, stage)
order by calendar.month, stage.place
