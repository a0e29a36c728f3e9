-- One row a day from the first line to the last.
with recursive range as (
  select min(date) as first_date, max(date) as last_date
  from sales_line
),
day as (
  select first_date as date
  from range
  where first_date is not null
  union all
  select next_day(day.date)
  from day
  cross join range
  where day.date < range.last_date
)
select
  cast(replace(date, '-', '') as integer) as date_key,
  date,
  cast(substr(date, 1, 4) as integer) as year,
  (substr(date, 6, 2) + 2) / 3 as quarter,
  cast(substr(date, 6, 2) as integer) as month,
  cast(substr(date, 9, 2) as integer) as day,
  weekday(date) as weekday,
  weekday(date) >= 6 as is_weekend
from day
order by date
