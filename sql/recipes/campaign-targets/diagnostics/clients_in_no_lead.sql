-- One row a client in no lead.
with active as (
  select count(*) as solutions
  from active_solution
)
select
  client.client_id,
  client.segment,
  case
    when active.solutions = 0 then 'no solution is active'
    else 'no active solution targets the segment'
  end as reason
from current_client as client
cross join active
where client.segment not in (select segment from targeted_segment)
order by client.client_id
