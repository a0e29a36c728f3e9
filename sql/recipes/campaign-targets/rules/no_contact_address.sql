-- One row a solution and a client who has no address for its channel; mail needs none.
with unreachable as (
  select 'email' as channel, client_id
  from current_client
  where email is null
    or not is_email(email)
  union all
  select phoned.channel, client.client_id
  from (select 'sms' as channel union all select 'phone') as phoned
  cross join current_client as client
  where client.phone is null
)
select solution.solution_id, unreachable.client_id, 'no_contact_address' as reason, null as detail
from active_solution as solution
join unreachable using (channel)
