-- One row a stretch of days without a line between the first line and the last, the longest first.
with day as (
  select distinct date
  from sales_line
),
paired as (
  select date as last_before, lead(date) over (order by date) as first_after
  from day
)
select
  next_day(last_before) as first_day,
  days_after(first_after, -1) as last_day,
  days_between(last_before, first_after) - 1 as days
from paired
where days_between(last_before, first_after) > 1
order by days desc, first_day
