-- One row an entry of the identity map with the customer's email or user, in file order; conflicts stand behind.
with asked as (
  select email, user_uuid
  from customer
  where customer = :customer
),
entry as (
  select
    identity_map.email,
    identity_map.user_uuid,
    case
      when :identity = 'positional' then 'Not looked at: the run linked by position'
      when identity_map.email = asked.email then 'Links this customer'
      else 'Links nothing: the email is no lead''s'
    end as outcome,
    import.file,
    identity_map.record & 4294967295 as line,
    0 as is_conflict
  from asked
  join identity_map on identity_map.email = asked.email or identity_map.user_uuid = asked.user_uuid
  join import on import.import = import_of(identity_map.record)
  union all
  select map_conflicts.email, map_conflicts.user_uuid, map_conflicts.conflict, map_conflicts.file, map_conflicts.line, 1
  from asked
  join map_conflicts on folded(trimmed(map_conflicts.email)) = asked.email
    or trimmed(map_conflicts.user_uuid) = cast(asked.user_uuid as text)
)
select email, user_uuid, outcome, file, line
from entry
order by is_conflict, file, line
