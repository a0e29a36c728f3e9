-- One row a customer in the band of churn risk.
select churn.customer_id, value.revenue, churn.churn_risk, churn.days_since_last_order, churn.usual_gap_days
from churn_scores as churn
join customer_value as value using (customer_id)
where in_words(coalesce(churn.band, 'not known')) = :x
order by value.revenue desc, churn.customer_id
