-- One row a customer within a tenth of a score of another segment, by recency or by frequency.
with place as (
  select
    customer_id,
    segment,
    r,
    f,
    amount,
    5.0 * (rank() over (order by recency_days desc) - 1) / count(*) over () - (r - 1) as in_r,
    5.0 * (rank() over (order by orders) - 1) / count(*) over () - (f - 1) as in_f
  from customer_score
),
neighbour as (
  select
    customer_id,
    segment,
    r,
    f,
    amount,
    case when in_r < 0.1 then r - 1 else r + 1 end as other_r,
    f as other_f,
    'recency' as because_of
  from place
  where in_r < 0.1 or in_r > 0.9
  union all
  select customer_id, segment, r, f, amount, r, case when in_f < 0.1 then f - 1 else f + 1 end, 'frequency'
  from place
  where in_f < 0.1 or in_f > 0.9
)
select
  neighbour.customer_id,
  neighbour.segment,
  grid.segment as other_segment,
  neighbour.because_of,
  neighbour.r,
  neighbour.f,
  neighbour.amount as revenue
from neighbour
join segment_grid as grid on grid.r = neighbour.other_r and grid.f = neighbour.other_f
where grid.segment <> neighbour.segment
order by neighbour.amount desc, neighbour.customer_id, neighbour.because_of
