-- One row a contact of the month by the solution.
with contact as (
  select contacted_on, solution_id, client_id, 'contact history' as known_from
  from contact_history
  union all
  select as_of, solution_id, client_id, 'published run ' || run
  from earlier_contact
)
select contacted_on, solution_id, client_id, known_from
from contact
where month_of(contacted_on) = :x
  and cast(solution_id as text) = :series
order by contacted_on, client_id, known_from
