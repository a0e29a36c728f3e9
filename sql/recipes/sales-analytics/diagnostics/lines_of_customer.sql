-- One row an accepted line of the customer, latest first, with its file and whether it counts.
select
  sales.date,
  sales.order_id,
  sales.amount,
  import.file,
  sales.record & 4294967295 as line,
  case when sales_line.record is null then 'no, another file has it' else 'yes' end as counts
from sales
join import on import.import = import_of(sales.record)
left join sales_line using (record)
where sales.customer_id = :customer_id
order by sales.date desc, sales.record desc
