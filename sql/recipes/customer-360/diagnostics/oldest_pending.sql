-- One row a pending transaction, oldest first; those without a date stand last.
select
  transactions.transaction_date,
  transactions.transaction_id,
  transactions.amount,
  customer.customer,
  customer.phone,
  transactions.user_uuid
from transactions
join customer on customer.user_uuid = transactions.user_uuid
where transactions.status = 'pending'
order by transactions.transaction_date is null, transactions.transaction_date, transactions.record
