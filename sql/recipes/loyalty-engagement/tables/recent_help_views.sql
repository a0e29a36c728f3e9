-- One row a user who has viewed help within the window, both days included.
select max(record) as record, user_id, count(*) as help_views
from product_support_usage
where substr(viewed_at, 1, 10) between :activity_from and :as_of
group by user_id
