-- One row a lead whose block is open, or ends on the as-of date or later; detail: the block's reason.
select solution_id, client_id, 'blocked' as reason, block_reason as detail
from lead_buffer
where block_reason is not null
  and (blocked_until is null or blocked_until >= :as_of)
