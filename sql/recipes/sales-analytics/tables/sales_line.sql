-- One row a line that counts; n numbers equal lines of a file, so that equal lines of two files meet under one number.
select
  record,
  customer_id,
  order_id,
  date,
  amount,
  row_number() over (
    partition by customer_id, order_id, date, amount, import_of(record)
    order by record
  ) as n
from sales
