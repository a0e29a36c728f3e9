-- One row a customer whose latest email consent is not OPT_IN.
select customer_id, 'opted_out' as reason, null as detail
from current_email_consent
where consent_status <> 'OPT_IN'
