-- One row a lead of the segment, of those that are targets or of those that are dropped.
select lead.solution_id, lead.client_id, ledger.reason, ledger.detail
from lead
join population using (solution_id, client_id)
join ledger using (entity)
where folded(lead.segment) = :x
  and case when ledger.rule is null then 'targets' else 'dropped' end = :series
order by ledger.entity
