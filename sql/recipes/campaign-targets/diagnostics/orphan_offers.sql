-- One row an offer whose solution is in no file of solutions.
select offer_id, solution_id, segment, priority, valid_from, valid_to
from offers
where solution_id not in (select solution_id from solutions)
order by solution_id, record
