-- One row a status, the most frequent first, with how many of its transactions were accepted.
with accepted as (
  select status, count(*) as transactions
  from transactions
  group by status
)
select
  status_rates.status,
  status_rates.transactions,
  status_rates.share,
  coalesce(accepted.transactions, 0) as accepted,
  status_rates.transactions - coalesce(accepted.transactions, 0) as rejected
from status_rates
left join accepted using (status)
order by status_rates.transactions desc, status_rates.status
