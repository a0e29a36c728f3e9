-- One row a user of low engagement whom somebody has contacted lately; detail: the day.
select user_id, 'recent_outreach' as reason, last_retention_action as detail
from user_master
where engagement_band = 'low'
  and last_retention_action >= :outreach_from
