-- One row a rejected transaction that names the customer's user, the last in the files first.
select
  quarantined_transactions.transaction_id,
  quarantined_transactions.transaction_date,
  quarantined_transactions.status,
  quarantined_transactions.amount,
  quarantined_transactions.rejection_reason as reason,
  quarantined_transactions.source_file as file,
  quarantined_transactions.source_line as line
from customer
join quarantined_transactions on trimmed(quarantined_transactions.user_uuid) = cast(customer.user_uuid as text)
where customer.customer = :customer
order by quarantined_transactions.record desc
limit 500
