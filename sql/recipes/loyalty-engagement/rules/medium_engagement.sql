-- One row a user between the thresholds; detail: the score, and the thresholds of the region.
select
  user_id,
  'medium_engagement' as reason,
  decimal_text(score, 2) || ', between ' || decimal_text(low_threshold, 2)
    || ' and ' || decimal_text(high_threshold, 2) as detail
from user_master
where engagement_band = 'medium'
