-- One row a lead of the solution that the reason dropped.
select population.solution_id, population.client_id, ledger.reason, ledger.detail
from ledger
join population using (entity)
where ledger.reason = :series
  and cast(population.solution_id as text) = :x
order by ledger.entity
