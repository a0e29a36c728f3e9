-- One row an exclusion whose solution is in no file of solutions.
select exclusion_id, solution_id, field, operator, value, reason, active
from exclusions
where solution_id <> '*'
  and solution_id not in (select solution_id from solutions)
order by record
