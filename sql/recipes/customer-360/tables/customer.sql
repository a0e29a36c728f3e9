-- One row a lead with its user, and one row a user without a lead.
with seen_user as (
  select user_uuid from user_transactions
  union
  select user_uuid from user_web_activity
),
linked_user as (
  select user_uuid from lead_identity where user_uuid is not null
),
lone_user as (
  select user_uuid from seen_user
  except
  select user_uuid from linked_user
),
named_user as (
  -- A user whose id is the very text of an email is somebody else, and needs another name.
  select
    lone_user.user_uuid,
    case
      when taken.email is not null or folded(substr(lone_user.user_uuid, 1, 10)) = 'user_uuid ' then 'USER_UUID '
      when namesake.email is not null then 'user_uuid '
    end as prefix
  from lone_user
  left join current_lead as namesake on namesake.email = cast(lone_user.user_uuid as text)
  left join current_lead as taken on taken.email = 'user_uuid ' || namesake.email
)
select
  lead_identity.email as customer,
  lead_identity.email,
  current_lead.first_name,
  current_lead.last_name,
  current_lead.phone,
  current_lead.lead_source,
  current_lead.creation_date as lead_created_at,
  lead_identity.user_uuid,
  lead_identity.identity_source
from lead_identity
join current_lead using (email)
union all
select
  case when prefix is null then user_uuid else prefix || user_uuid end,
  null, null, null, null, null, null,
  user_uuid,
  null
from named_user
