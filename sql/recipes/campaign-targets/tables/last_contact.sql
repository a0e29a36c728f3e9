-- One row a contact up to the as-of date; the engine keeps the latest of each solution and client.
select record, solution_id, client_id, contacted_on
from contact_history
where contacted_on <= :as_of
