-- One row an active solution and a segment, as clients have it, that it targets.
with written as (
  -- As a JSON list: json_quote writes what stands within quotes as it must, and leaves | alone.
  select solution.solution_id, trimmed(part.value) as segment
  from active_solution as solution
  cross join json_each('[' || replace(json_quote(solution.target_segments), '|', '","') || ']') as part
),
target as materialized (
  select solution_id, folded(segment) as folded_segment
  from written
),
held as (
  select distinct segment
  from current_client
),
comparable as materialized (
  select segment, folded(segment) as folded_segment
  from held
)
select distinct target.solution_id, comparable.segment
from target
join comparable on target.folded_segment in ('*', comparable.folded_segment)
