-- One row a customer whom no rule excludes.
with weighed as (
  select
    customer_id,
    score.segment,
    8 * score.m + 6 * score.f as points,
    -- A risk that nobody knows is a half.
    coalesce(churn.gaps_within, 1) as risk,
    coalesce(churn.gaps, 2) as of_risk
  from survivor
  join customer_score as score using (customer_id)
  join customer_churn as churn using (customer_id)
)
select
  weighed.customer_id,
  weighed.segment,
  segment.campaign,
  half_up(weighed.points * weighed.of_risk + 30 * weighed.risk, weighed.of_risk) as priority
from weighed
left join segment using (segment)
order by priority desc, weighed.customer_id
