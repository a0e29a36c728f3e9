-- One row a day with web activity, or a month where it spans more than three.
with grain as (
  select case when days_between(min(activity_timestamp), max(activity_timestamp)) > 92 then 7 else 10 end as letters
  from web_activity
)
select substr(web_activity.activity_timestamp, 1, grain.letters) as time, sum(web_activity.page_views) as page_views
from grain
cross join web_activity
group by time
order by time
