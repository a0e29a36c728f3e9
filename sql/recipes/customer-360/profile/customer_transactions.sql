-- One row an accepted transaction of the customer, latest first; those without a date stand last.
select
  transactions.transaction_id,
  transactions.transaction_date,
  transactions.status,
  transactions.amount,
  import.file,
  transactions.record & 4294967295 as line
from customer
cross join transactions
join import on import.import = import_of(transactions.record)
where customer.customer = :customer
  and transactions.user_uuid = customer.user_uuid
order by transactions.transaction_date desc, transactions.record desc
limit 500
