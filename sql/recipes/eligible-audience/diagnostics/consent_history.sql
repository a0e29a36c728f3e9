-- One row a consent event of the customer, latest first.
select event_ts, channel, consent_status, consent_event_id
from consent_events
where customer_id = :customer_id
order by event_ts desc, record desc
