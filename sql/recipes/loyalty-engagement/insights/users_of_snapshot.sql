-- One row a user who was in the band on the day, the highest score first.
select user_id, full_name, region_code, engagement_score, support_load, last_activity_at
from earlier_snapshot
where as_of = :x
  and in_words(engagement_band) = :series
order by engagement_score desc, user_id
