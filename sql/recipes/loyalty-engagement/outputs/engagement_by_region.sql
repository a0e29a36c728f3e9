-- One row a region that has users.
select
  region_code,
  min(region_name) as region_name,
  count(*) as users,
  count(*) filter (where is_active) as active_users,
  count(*) filter (where engagement_band = 'high') as high,
  count(*) filter (where engagement_band = 'medium') as medium,
  count(*) filter (where engagement_band = 'low') as low,
  count(*) filter (where engagement_band = 'unscored') as unscored,
  count(*) filter (where engagement_band = 'no_threshold') as no_threshold,
  ratio(sum(score), count(score) * 10000, 2) as average_score
from user_master
group by region_code
order by region_code
