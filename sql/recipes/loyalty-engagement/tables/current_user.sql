-- One row a profile up to the as-of date; the engine keeps the latest of each user.
select record, user_id, full_name, email, region_code, plan, signup_date, is_active, updated_at
from user_profile
where substr(updated_at, 1, 10) <= :as_of
order by user_id
