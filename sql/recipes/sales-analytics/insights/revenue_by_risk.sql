-- One row a band of churn risk.
with banded as (
  select coalesce(churn.band, 'not known') as band, sum(value.revenue) as revenue
  from churn_scores as churn
  join customer_value as value using (customer_id)
  group by coalesce(churn.band, 'not known')
)
select in_words(band) as band, revenue
from banded
order by instr('low medium high not known', banded.band)
