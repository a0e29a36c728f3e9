-- One row a campaign and a band of priority.
with banded as (
  select
    campaign,
    case
      when priority >= 80 then '80 and more'
      when priority >= 60 then '60 to 79'
      when priority >= 40 then '40 to 59'
      else 'below 40'
    end as band,
    count(*) as customers
  from campaign_targets
  group by campaign, band
)
select in_words(campaign) as campaign, band, customers
from banded
order by sum(customers) over (partition by campaign) desc, campaign, band = 'below 40', band desc
