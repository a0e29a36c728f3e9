-- One row a customer; expected is past revenue a year of tenure, times the chance that the customer still buys.
with basis as (
  select
    customer.customer_id,
    customer.orders,
    customer.amount as revenue,
    max(days_between(customer.first_order_date, :as_of), 90) as tenure_days,
    -- A risk that nobody knows is a half.
    coalesce(churn.gaps - churn.gaps_within, 1) as chances,
    coalesce(churn.gaps, 2) as of_chances
  from customer
  join customer_churn as churn using (customer_id)
)
select
  customer_id,
  orders,
  revenue,
  ratio(revenue, orders * 10000, 2) as average_order_value,
  tenure_days,
  ratio(orders * 365, tenure_days, 2) as orders_per_year,
  ratio(chances, of_chances, 4) as probability_active,
  case
    when revenue > 0
      then product_ratio(revenue, 365 * chances, tenure_days * of_chances * 10000, 2)
    else 0
  end as expected_revenue_12m,
  case
    when revenue > 0
      then product_ratio(revenue, tenure_days * of_chances + 365 * chances, tenure_days * of_chances * 10000, 2)
    else ratio(revenue, 10000, 2)
  end as lifetime_value
from basis
order by customer_id
