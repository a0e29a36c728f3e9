-- One row a user with a chat within the window, both days included.
select max(record) as record, user_id, count(*) as support_chats
from support_chats
where substr(started_at, 1, 10) between :activity_from and :as_of
group by user_id
