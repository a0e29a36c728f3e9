-- One row an active user of the region who has adopted the feature, the latest first.
select master.user_id, master.full_name, adopted.adopted_on, master.engagement_band, master.score
from adopted_feature as adopted
join user_master as master using (user_id)
where adopted.feature = :y
  and master.region_code || coalesce(' ' || master.region_name, '') = :x
  and master.is_active
order by adopted.adopted_on desc, master.user_id
