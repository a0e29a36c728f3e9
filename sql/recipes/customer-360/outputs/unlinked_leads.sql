-- One row a lead without a user.
select customer, email, first_name, last_name, phone, lead_source, lead_created_at
from customer
where email is not null
  and user_uuid is null
order by email
