-- One row an exclusion that is switched on; record is its place in file order.
select record, exclusion_id, solution_id, field, operator, value, reason
from exclusions
where active
