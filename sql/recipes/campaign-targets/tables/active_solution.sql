-- One row a solution that is active on the as-of date, both days included.
select record, solution_id, name, channel, target_segments, capacity, cooldown_days, start_date, end_date
from solutions
where (start_date is null or start_date <= :as_of)
  and (end_date is null or end_date >= :as_of)
