-- One row a segment, the one with the most revenue first; none where there is no customer at all.
with found as (
  select segment, count(*) as customers, sum(amount) as revenue
  from customer_score
  group by segment
),
total as (
  select sum(customers) as customers, sum(revenue) as revenue
  from found
)
select
  segment.title as segment,
  coalesce(found.customers, 0) as customers,
  ratio(coalesce(found.customers, 0), total.customers, 4) as share,
  coalesce(found.revenue, 0) as revenue,
  case when total.revenue > 0 then ratio(coalesce(found.revenue, 0), total.revenue, 4) end as share_of_revenue,
  segment.strategy,
  in_words(segment.campaign) as campaign
from segment
left join found using (segment)
cross join total
where exists (select 1 from found)
order by coalesce(found.revenue, 0) desc, segment.segment
