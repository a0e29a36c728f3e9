-- One row a user whose score is within two points of a threshold of the region.
select
  user_id,
  region_code,
  engagement_band,
  score,
  low_threshold,
  high_threshold,
  min(abs(score - low_threshold), abs(score - high_threshold)) as distance
from user_master
where engagement_band in ('high', 'medium', 'low')
  and min(abs(score - low_threshold), abs(score - high_threshold)) <= 20000
order by distance, user_id
