-- One row a rejected transaction, in file order, as it was written.
with refused as materialized (
  select record, transaction_id, status, amount, rejection_reason
  from quarantined_transactions
)
select
  transaction_id,
  status,
  amount,
  replace(
    rejection_reason,
    'amount:out_of_range',
    -- Too large a number is out of range, too: one of 0 or less has a sign, a bracket or no digit but 0.
    case
      when amount glob '*[-(−]*' or amount not glob '*[1-9]*' then 'Non-positive amount (' || trimmed(amount) || ')'
      else 'amount:out_of_range'
    end
  ) as reason
from refused
order by record
