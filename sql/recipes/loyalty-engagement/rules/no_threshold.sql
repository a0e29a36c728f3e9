-- One row a user with a score in a region without thresholds; detail: the region.
select user_id, 'no_threshold' as reason, region_code as detail
from user_master
where engagement_band = 'no_threshold'
