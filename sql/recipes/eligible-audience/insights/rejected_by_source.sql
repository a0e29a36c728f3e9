-- One row a source and a fault that its rejected records have.
select
  import.source,
  coalesce(fault.column_name || ': ', '') || replace(fault.code, '_', ' ') as fault,
  count(*) as records
from quarantine
join import using (import)
join fault using (record)
where quarantine.state <> 'corrected'
  and not fault.lifted
group by import.source, fault.column_name, fault.code
order by import.source, records desc
