-- One row a pair of thresholds: whether it holds on the as-of date.
select
  stated.region_code,
  stated.valid_from,
  stated.low_threshold,
  stated.high_threshold,
  case
    when stated.record = holding.record then 'holds'
    when stated.valid_from > :as_of then 'holds later'
    else 'superseded'
  end as state
from region_thresholds as stated
left join current_threshold as holding using (region_code)
order by stated.region_code, stated.valid_from, stated.record
