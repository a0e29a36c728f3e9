-- One row a customer whom the campaign contacts, the most important first.
select
  target.customer_id,
  target.priority,
  score.amount as revenue,
  score.orders,
  score.recency_days,
  churn.usual_gap_days,
  segment.title as segment
from campaign_targets as target
join customer_score as score using (customer_id)
join churn_scores as churn using (customer_id)
join segment on segment.segment = target.segment
where in_words(target.campaign) = :x
order by target.priority desc, target.customer_id
