-- One row an activity, chat, request or help view of the user within the window, the latest first.
with event (time, what, detail, amount) as (
  select activity_ts, activity_type, cast(activity_id as text), amount
  from user_activity
  where user_id = :user_id and substr(activity_ts, 1, 10) between :activity_from and :as_of
  union all
  select started_at, 'chat', cast(chat_id as text), null
  from support_chats
  where user_id = :user_id and substr(started_at, 1, 10) between :activity_from and :as_of
  union all
  select requested_on, 'request', coalesce(status, cast(request_id as text)), null
  from service_requests
  where user_id = :user_id and requested_on between :activity_from and :as_of
  union all
  select viewed_at, 'help view', cast(article_id as text), null
  from product_support_usage
  where user_id = :user_id and substr(viewed_at, 1, 10) between :activity_from and :as_of
)
select time, in_words(what) as what, detail, amount
from event
order by time desc, what, detail
limit 200
