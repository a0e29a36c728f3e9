-- One row a customer: the gaps that measure it, how many are not longer than its silence, their two in the middle.
with gap_size as materialized (
  select gap, count(*) as gaps
  from sales_order
  where gap > 0
  group by gap
),
size as (
  select gap as days, gaps, 0 as is_silence
  from gap_size
  union all
  select distinct recency_days, 0, 1
  from customer
),
counted as (
  select days, is_silence, sum(gaps) over (order by days) as gaps_within
  from size
),
silence as materialized (
  select days, gaps_within
  from counted
  where is_silence
),
placed as (
  select gap, sum(gaps) over (order by gap) as last_place, sum(gaps) over () as all_gaps
  from gap_size
),
everybody as (
  -- Of all gaps in order, the two in the middle, which are the same one where their number is odd.
  select
    max(all_gaps) as gaps,
    (
      min(gap) filter (where 2 * last_place >= all_gaps)
      + min(gap) filter (where 2 * last_place > all_gaps)
    ) as two_middle_gaps
  from placed
),
own as (
  select
    customer.customer_id,
    customer.recency_days,
    sum(sales_order.gap > 0) as gaps,
    sum(sales_order.gap > 0 and sales_order.gap <= customer.recency_days) as gaps_within,
    cast(2 * median(nullif(sales_order.gap, 0)) as integer) as two_middle_gaps
  from sales_order
  join customer using (customer_id)
  group by sales_order.customer_id
)
select
  own.customer_id,
  own.recency_days as days_since_last_order,
  case when own.gaps >= 3 then own.gaps else everybody.gaps end as gaps,
  case
    when own.gaps >= 3 then own.gaps_within
    when everybody.gaps is not null then silence.gaps_within
  end as gaps_within,
  case when own.gaps >= 3 then own.two_middle_gaps else everybody.two_middle_gaps end as two_middle_gaps
from own
join silence on silence.days = own.recency_days
cross join everybody
