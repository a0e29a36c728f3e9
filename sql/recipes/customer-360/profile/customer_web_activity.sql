-- One row a day on which the customer looked at something.
select substr(web_activity.activity_timestamp, 1, 10) as day, sum(web_activity.page_views) as page_views
from customer
cross join web_activity
where customer.customer = :customer
  and web_activity.user_uuid = customer.user_uuid
group by day
order by day
