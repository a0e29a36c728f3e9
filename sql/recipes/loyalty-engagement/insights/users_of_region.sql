-- One row a user of the region and the band, the highest score first.
select user_id, full_name, score, is_active, support_load, last_activity_at
from user_master
where region_code || coalesce(' ' || region_name, '') = :x
  and in_words(engagement_band) = :series
order by score desc, user_id
