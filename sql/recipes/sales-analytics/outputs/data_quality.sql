-- One row a check: how many, and their share of all that could be; rejected lines by code come first.
with order_customer as (
  select customer_id, order_id
  from sales_line
  group by customer_id, order_id
),
order_id_use as (
  select count(*) > 1 as is_shared
  from order_customer
  group by order_id
),
line as (
  select
    count(*) as lines,
    count(*) filter (where amount < 0) as negative,
    count(*) filter (where amount = 0) as zero,
    count(distinct date) as days_with_sales,
    days_between(min(date), max(date)) + 1 as days
  from sales_line
),
tally (place, "check", count, of_all, what, which, note) as (
  select
    1, 'rejected:' || code, records, read,
    'Lines rejected with ' || code, 'read', 'Correct them in the quarantine.'
  from rejected_code
  join loaded using (source)
  union all
  select
    2, 'superseded_by_overlap', accepted - lines, accepted,
    'Lines that another file has, too', 'accepted', 'They count once.'
  from loaded
  cross join line
  union all
  select
    3, 'order_ids_of_several_customers', coalesce(sum(is_shared), 0), count(*),
    'Order ids of several customers', 'order ids', 'Each customer has an order of that id.'
  from order_id_use
  union all
  select 4, 'negative_lines', negative, lines, 'Negative lines', 'that count', 'They are returns.'
  from line
  union all
  select 5, 'zero_lines', zero, lines, 'Lines of 0', 'that count', 'They change orders, not revenue.'
  from line
  union all
  select
    6, 'days_without_sales', coalesce(days - days_with_sales, 0), days,
    'Days without sales', 'from the first line to the last', 'Look for a file that is missing.'
  from line
)
select
  "check",
  count,
  ratio(count, of_all, 4) as share,
  what || ': ' || count || ' of ' || coalesce(of_all, 0) || ' ' || which || '. ' || note as text
from tally
order by place, "check"
