-- One row an accepted transaction of the status, with the customer; the largest first.
select
  customer.customer,
  transactions.transaction_id,
  transactions.amount,
  transactions.transaction_date,
  transactions.user_uuid
from transactions
join customer on customer.user_uuid = transactions.user_uuid
where transactions.status = :x
order by transactions.amount desc, transactions.record
