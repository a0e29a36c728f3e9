-- One row a campaign that contacts somebody, the one of the highest priority on average first.
with plan as (
  select campaign, group_concat(title, ', ') as segments, group_concat(strategy, ' ') as strategy
  from segment
  group by campaign
)
select
  in_words(target.campaign) as campaign,
  count(*) as customers,
  count(*) filter (where target.priority >= 80) as urgent,
  sum(customer.amount) as revenue,
  plan.segments,
  plan.strategy
from campaign_targets as target
join customer using (customer_id)
join plan using (campaign)
group by target.campaign
order by avg(target.priority) desc, target.campaign
