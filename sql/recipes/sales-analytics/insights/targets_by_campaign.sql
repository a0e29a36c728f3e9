-- One row a campaign and a band of priority, the highest first.
with band (least, below, band) as (
  values (80, 101, '80+'), (60, 80, '60-79'), (40, 60, '40-59'), (0, 40, '0-39')
),
plan as (
  select campaign, avg(priority) as urgency
  from campaign_targets
  group by campaign
)
select in_words(plan.campaign) as campaign, band.band, count(target.customer_id) as customers
from plan
cross join band
left join campaign_targets as target
  on target.campaign = plan.campaign
  and target.priority >= band.least
  and target.priority < band.below
group by plan.campaign, band.least
order by plan.urgency desc, plan.campaign, band.least desc
