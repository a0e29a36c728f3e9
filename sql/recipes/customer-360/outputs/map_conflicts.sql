-- One row an entry of the identity map whose email or user an earlier entry has.
with entry as materialized (
  select
    record,
    source_file as file,
    source_line as line,
    email,
    user_uuid,
    folded(trimmed(email)) as email_text,
    trimmed(user_uuid) as user_text,
    instr(rejection_reason, 'email:duplicate_key') > 0 as has_email,
    instr(rejection_reason, 'user_uuid:duplicate_key') > 0 as has_user
  from quarantined_identity_map
  where instr(rejection_reason, 'duplicate_key') > 0
),
kept as materialized (
  select email, user_uuid, cast(user_uuid as text) as user_text
  from identity_map
)
select
  entry.email,
  entry.user_uuid,
  case
    when of_email.user_text = entry.user_text then 'An earlier entry says the same'
    when entry.has_email and entry.has_user then 'Email and user stand in two earlier entries'
    when entry.has_email then 'The email has another user already'
    else 'The user has another email already'
  end as conflict,
  case when entry.has_email then of_email.user_uuid end as user_of_email,
  case when entry.has_user then of_user.email end as email_of_user,
  entry.file,
  entry.line
from entry
left join kept as of_email on of_email.email = entry.email_text
left join kept as of_user on of_user.user_text = entry.user_text
order by entry.record
