-- One row a customer whose latest email consent is not OPT_IN; detail: since when.
select customer_id, 'opted_out' as reason, event_ts as detail
from current_email_consent
where consent_status <> 'OPT_IN'
