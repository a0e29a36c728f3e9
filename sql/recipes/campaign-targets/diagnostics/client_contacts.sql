-- One row a contact of the client, latest first.
with contact as (
  select contacted_on, solution_id, 'contact history' as known_from
  from contact_history
  where client_id = :client_id
  union all
  select as_of, solution_id, 'published run ' || run
  from earlier_contact
  where client_id = :client_id
)
select contacted_on, solution_id, known_from
from contact
order by contacted_on desc, solution_id, known_from
