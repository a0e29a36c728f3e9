-- One row a user whom exactly one rule excludes.
with sole as (
  select entity
  from verdict
  group by entity
  having count(*) = 1
)
select verdict.reason, population.user_id, verdict.detail
from sole
join verdict using (entity)
join population using (entity)
order by verdict.rule, population.entity
