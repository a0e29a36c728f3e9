-- One row a solution and a reason that dropped some of its leads.
with dropped as (
  select population.solution_id, ledger.rule, ledger.reason, count(*) as leads
  from ledger
  join population using (entity)
  where ledger.rule is not null
  group by population.solution_id, ledger.rule, ledger.reason
)
select cast(solution_id as text) as solution, reason, sum(leads) as leads
from dropped
group by solution_id, reason
order by dropped.solution_id, min(rule), reason
