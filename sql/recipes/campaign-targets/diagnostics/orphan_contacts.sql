-- One row a contact whose client is in no file of clients.
select contact.client_id, contact.solution_id, contact.contacted_on
from contact_history as contact
where not exists (select 1 from current_client as client where client.client_id = contact.client_id)
order by contact.client_id, contact.record
