-- One row a region and a band that users of it are in.
select
  region_code || coalesce(' ' || region_name, '') as region,
  in_words(engagement_band) as band,
  count(*) as users
from user_master
group by region_code, region_name, engagement_band
order by region_code, instr('high medium low unscored no_threshold', engagement_band)
