-- One row a user with accepted web activity; record: the last line of it.
select
  max(record) as record,
  user_uuid,
  sum(page_views) as total_page_views,
  max(activity_timestamp) as last_activity_at
from web_activity
group by user_uuid
