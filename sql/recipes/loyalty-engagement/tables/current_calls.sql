-- One row a count of calls up to the as-of date; the engine keeps the latest of each user.
select record, user_id, calls_last_30_days, measured_on
from support_calls
where measured_on <= :as_of
order by user_id
