-- One row a user with accepted transactions; record: the last of them.
select
  max(record) as record,
  user_uuid,
  count(*) filter (where status = 'completed') as completed_count,
  coalesce(sum(amount) filter (where status = 'completed'), 0) as completed_amount,
  count(*) filter (where status = 'pending') as pending_count,
  coalesce(sum(amount) filter (where status = 'pending'), 0) as pending_amount,
  group_concat(transaction_id, ',' order by transaction_id) as transaction_ids
from transactions
group by user_uuid
