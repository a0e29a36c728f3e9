-- One row an accepted line that does not count, with the line of another file that stands for it.
with numbered as (
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
)
select
  own.file,
  numbered.record & 4294967295 as line,
  winner.file as stands_in,
  sales_line.record & 4294967295 as there_line,
  numbered.date,
  numbered.customer_id,
  numbered.order_id,
  numbered.amount
from numbered
join sales_line using (customer_id, order_id, date, amount, n)
join import as own on own.import = import_of(numbered.record)
join import as winner on winner.import = import_of(sales_line.record)
where numbered.record <> sales_line.record
order by numbered.record
