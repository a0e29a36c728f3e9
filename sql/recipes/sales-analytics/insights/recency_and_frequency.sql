-- One row a cell of the grid, also of one without customers; none where there is no customer at all.
with found as (
  select r, f, count(*) as customers, sum(amount) as revenue
  from customer_score
  group by r, f
)
select
  grid.r,
  grid.f,
  segment.title as segment,
  coalesce(found.customers, 0) as customers,
  coalesce(found.revenue, 0) as revenue
from segment_grid as grid
join segment using (segment)
left join found using (r, f)
where exists (select 1 from found)
order by grid.r desc, grid.f
