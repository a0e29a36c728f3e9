-- One row a segment, in any case, and whether its leads are targets.
with counted as (
  select lead.segment, ledger.rule is null as is_target, count(*) as leads
  from lead
  join population using (solution_id, client_id)
  join ledger using (entity)
  group by lead.segment, ledger.rule is null
)
select
  folded(segment) as segment,
  case when is_target then 'targets' else 'dropped' end as outcome,
  sum(leads) as leads
from counted
group by folded(counted.segment), is_target
order by folded(counted.segment), is_target desc
