-- One row a region with active users and a feature that anybody has adopted.
with active_region as materialized (
  select region_code, min(region_name) as region_name, count(*) as active_users
  from user_master
  where is_active
  group by region_code
),
feature as materialized (
  select distinct feature
  from adopted_feature
),
adoption as materialized (
  select master.region_code, adopted.feature, count(*) as adopters
  from adopted_feature as adopted
  join user_master as master using (user_id)
  where master.is_active
  group by master.region_code, adopted.feature
)
select
  active_region.region_code,
  active_region.region_name,
  feature.feature,
  coalesce(adoption.adopters, 0) as adopters,
  active_region.active_users,
  ratio(coalesce(adoption.adopters, 0), active_region.active_users, 4) as adoption_rate
from active_region
cross join feature
left join adoption
  on adoption.region_code = active_region.region_code
  and adoption.feature = feature.feature
order by active_region.region_code, feature.feature
