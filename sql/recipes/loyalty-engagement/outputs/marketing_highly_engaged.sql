-- One row a user of high engagement whom no rule excludes.
select master.user_id, master.email, master.region_code, master.plan, master.score as engagement_score
from survivor
join user_master as master using (user_id)
where master.engagement_band = 'high'
order by master.user_id
