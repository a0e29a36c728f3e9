-- One row a count of repeat engagements up to the as-of date; the engine keeps the latest of each user.
select record, user_id, repeat_count, period_end
from repeat_engagements
where period_end <= :as_of
order by user_id
