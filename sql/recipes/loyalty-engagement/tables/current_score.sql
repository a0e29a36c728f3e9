-- One row a score up to the as-of date; the engine keeps the latest of each user.
select record, user_id, score, scored_at
from engagement_score
where substr(scored_at, 1, 10) <= :as_of
order by user_id
