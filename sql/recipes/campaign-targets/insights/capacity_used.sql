-- One row a solution with a capacity: its targets in whole percent of it.
select
  cast(summary.solution_id as text) as solution,
  100 * summary.targets / solution.capacity as percent
from solution_summary as summary
join active_solution as solution using (solution_id)
where solution.capacity > 0
order by summary.solution_id
