-- One row a user without a score.
select user_id, 'unscored' as reason, null as detail
from user_master
where engagement_band = 'unscored'
