-- One row an active solution and a segment, as clients have it, that it targets.
with white_space (characters) as (
  select char(
    9, 10, 11, 12, 13, 32, 160, 5760, 8192, 8193, 8194, 8195, 8196, 8197, 8198, 8199, 8200, 8201, 8202,
    8232, 8233, 8239, 8287, 12288, 65279
  )
),
written as (
  -- As a JSON list: json_quote writes what stands within quotes as it must, and leaves | alone.
  select solution.solution_id, trim(part.value, white_space.characters) as segment
  from active_solution as solution
  cross join white_space
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
