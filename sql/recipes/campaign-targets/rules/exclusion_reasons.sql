-- One row a reason of the active exclusions, in file order.
select reason
from active_exclusion
group by reason
order by min(record)
