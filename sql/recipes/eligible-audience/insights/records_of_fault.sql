-- One row a rejected record of the source with the fault.
select import.source, import.file, quarantine.record & 4294967295 as line, quarantine.cells
from quarantine
join import using (import)
join fault using (record)
where import.source = :x
  and coalesce(fault.column_name || ': ', '') || replace(fault.code, '_', ' ') = :series
  and quarantine.state <> 'corrected'
  and not fault.lifted
order by quarantine.record
