-- One row a rejected transaction of 0 or less, with the customer whose it is.
with refund as (
  select
    record,
    source_file,
    source_line,
    transaction_id,
    trimmed(user_uuid) as user_text,
    amount,
    folded(trimmed(status)) as status
  from quarantined_transactions
  where instr(rejection_reason, 'amount:out_of_range') > 0
    and (amount glob '*[-(−]*' or amount not glob '*[1-9]*')
),
named as materialized (
  select customer, cast(user_uuid as text) as user_text
  from customer
  where user_uuid is not null
)
select named.customer, refund.transaction_id, refund.status, refund.amount, refund.source_file, refund.source_line
from refund
left join named using (user_text)
order by refund.record
