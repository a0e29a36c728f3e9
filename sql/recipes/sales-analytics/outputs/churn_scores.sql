-- One row a customer.
select
  customer_id,
  days_since_last_order,
  ratio(two_middle_gaps, 2, 1) as usual_gap_days,
  ratio(gaps_within, gaps, 4) as churn_risk,
  case
    when gaps is null then null
    when 3 * gaps_within < gaps then 'low'
    when 3 * gaps_within >= 2 * gaps then 'high'
    else 'medium'
  end as band
from customer_churn
order by customer_id
