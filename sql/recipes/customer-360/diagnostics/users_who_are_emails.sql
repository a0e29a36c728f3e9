-- One row an accepted entry of the identity map whose user reads like an email, with whether that is a lead's.
select
  import.file,
  identity_map.record & 4294967295 as line,
  identity_map.email,
  identity_map.user_uuid,
  case when current_lead.email is null then 'no lead' else 'a lead' end as user_is_email_of
from identity_map
join import on import.import = import_of(identity_map.record)
left join current_lead on current_lead.email = folded(identity_map.user_uuid)
where is_email(identity_map.user_uuid)
order by identity_map.record
