-- One row a retention action or a ticket of the user up to the as-of date, the latest first.
with event (day, what, detail, until) as (
  select action_date, 'Retention action: ' || action_type, outcome, null
  from retention_action
  where user_id = :user_id and action_date <= :as_of
  union all
  select opened_on, 'Ticket, ' || severity, cast(ticket_id as text), closed_on
  from issue_tickets
  where user_id = :user_id and opened_on <= :as_of
)
select day, what, detail, until
from event
order by day desc, what, detail
limit 200
