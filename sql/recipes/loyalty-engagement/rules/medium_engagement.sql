-- One row a user between the thresholds; detail: the score, with all decimals where two would round it, and the thresholds of the region.
select
  user_id,
  'medium_engagement' as reason,
  case when score % 100 = 0 then decimal_text(score, 2) else decimal_text(score, 4) end
    || ', between ' || decimal_text(low_threshold, 2) || ' and ' || decimal_text(high_threshold, 2) as detail
from user_master
where engagement_band = 'medium'
