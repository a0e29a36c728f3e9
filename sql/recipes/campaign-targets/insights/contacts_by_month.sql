-- One row a month and a solution.
with contact as (
  select month_of(contacted_on) as month, solution_id, count(*) as contacts
  from contact_history
  group by month_of(contacted_on), solution_id
  union all
  select month_of(as_of), solution_id, count(*)
  from earlier_contact
  group by month_of(as_of), solution_id
)
select month, cast(solution_id as text) as solution, sum(contacts) as contacts
from contact
group by month, solution_id
order by month, solution_id
