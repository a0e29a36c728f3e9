-- One row a file that is loaded: its lines, and those that stand for a line that counts.
with counted as (
  select import_of(record) as import, count(*) as lines
  from sales_line
  group by import_of(record)
)
select import.file, import.read, import.rejected, import.accepted, coalesce(counted.lines, 0) as lines_that_count
from import
left join counted using (import)
order by import.import
