-- One row a user without an address, or with one that is not well-formed; detail: what there is.
select user_id, 'no_contact_address' as reason, email as detail
from user_master
where email is null
  or not is_email(email)
