-- One row a status of the transactions that have one, accepted or rejected.
with refused as materialized (
  select trimmed(status) as status, rejection_reason
  from quarantined_transactions
),
found as (
  select status, count(*) as transactions
  from transactions
  group by status
  union all
  select folded(status), count(*)
  from refused
  where status <> ''
    and rejection_reason not in ('unreadable', 'too_few_fields', 'too_many_fields')
  group by folded(status)
),
counted as (
  select status, sum(transactions) as transactions
  from found
  group by status
),
total as (
  select sum(transactions) as transactions
  from counted
)
select counted.status, counted.transactions, ratio(counted.transactions, total.transactions, 4) as share
from counted
cross join total
order by counted.status
