-- One row a user of low engagement whom no rule excludes.
select
  master.user_id,
  master.full_name,
  master.email,
  master.region_code,
  master.score as engagement_score,
  master.support_load,
  master.open_tickets,
  master.last_retention_action
from survivor
join user_master as master using (user_id)
where master.engagement_band = 'low'
order by master.user_id
