-- One row a customer of the campaign with a priority in the band, the most important first.
select target.customer_id, score.amount as revenue, target.priority, segment.title as segment, score.orders, score.recency_days
from campaign_targets as target
join customer_score as score using (customer_id)
join segment on segment.segment = target.segment
where in_words(target.campaign) = :y
  and case
    when target.priority >= 80 then '80+'
    when target.priority >= 60 then '60-79'
    when target.priority >= 40 then '40-59'
    else '0-39'
  end = :x
order by target.priority desc, target.customer_id
