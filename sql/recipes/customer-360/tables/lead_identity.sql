-- One row a lead with the user that it is linked to, by the map or, as a placeholder, by position.
with seen_user as (
  select user_uuid from user_transactions
  union
  select user_uuid from user_web_activity
),
placed_user as materialized (
  select user_uuid, row_number() over (order by user_uuid) as place
  from seen_user
  where :identity = 'positional'
),
placed_lead as (
  select email, row_number() over (order by email) as place
  from current_lead
  where :identity = 'positional'
),
link as materialized (
  select email, user_uuid
  from identity_map
  where :identity = 'map'
  union all
  select placed_lead.email, placed_user.user_uuid
  from placed_lead
  join placed_user using (place)
)
select
  current_lead.email,
  link.user_uuid,
  case when link.user_uuid is not null then :identity end as identity_source
from current_lead
left join link using (email)
