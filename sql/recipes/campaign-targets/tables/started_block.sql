-- One row a client and a solution, or * for all: the started block that ends last, open being last of all.
with ranked as (
  select
    record,
    solution_id,
    client_id,
    block_reason,
    block_start,
    block_end,
    row_number() over (
      partition by solution_id, client_id
      order by block_end is not null, block_end desc, record
    ) as place
  from blocks
  where block_start <= :as_of
)
select record, solution_id, client_id, block_reason, block_start, block_end
from ranked
where place = 1
