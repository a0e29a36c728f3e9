-- One row a customer suppressed on the as-of date: the first such line of the file.
with active as (
  select min(record) as record
  from suppressions
  where (effective_from is null or effective_from <= :as_of)
    and (effective_to is null or effective_to >= :as_of)
  group by customer_id
)
select record, customer_id, suppression_reason, effective_from, effective_to
from active
join suppressions using (record)
