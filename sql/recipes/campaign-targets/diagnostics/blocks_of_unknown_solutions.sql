-- One row a block whose solution is in no file of solutions.
select client_id, solution_id, block_reason, block_start, block_end
from blocks
where solution_id <> '*'
  and solution_id not in (select solution_id from solutions)
order by record
