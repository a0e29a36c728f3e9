-- One row a block whose client is in no file of clients.
select block.client_id, block.solution_id, block.block_reason, block.block_start, block.block_end
from blocks as block
where not exists (select 1 from current_client as client where client.client_id = block.client_id)
order by block.client_id, block.record
