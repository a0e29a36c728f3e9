-- One row an email event; the engine keeps the latest of each customer.
select record, customer_id, consent_status, event_ts
from consent_events
where lower(channel) = 'email'
