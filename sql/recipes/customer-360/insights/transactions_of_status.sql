-- One row a transaction of the status, accepted or rejected, as its file has it; rejected ones first.
select
  quarantined_transactions.transaction_id,
  quarantined_transactions.user_uuid,
  quarantined_transactions.amount as amount,
  quarantined_transactions.transaction_date,
  quarantined_transactions.rejection_reason,
  quarantined_transactions.source_file,
  quarantined_transactions.source_line
from quarantined_transactions
where folded(trimmed(quarantined_transactions.status)) = :x
  and quarantined_transactions.rejection_reason not in ('unreadable', 'too_few_fields', 'too_many_fields')
union all
select
  transactions.transaction_id,
  transactions.user_uuid,
  rtrim(rtrim(decimal_text(transactions.amount, 4), '0'), '.'),
  transactions.transaction_date,
  null,
  import.file,
  transactions.record & 4294967295
from transactions
join import on import.import = import_of(transactions.record)
where transactions.status = :x
