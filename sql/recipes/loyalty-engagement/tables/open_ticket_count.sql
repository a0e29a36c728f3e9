-- One row a user with a ticket that was opened, and not closed, by the as-of date.
select max(record) as record, user_id, count(*) as open_tickets
from issue_tickets
where opened_on <= :as_of
  and (closed_on is null or closed_on > :as_of)
group by user_id
