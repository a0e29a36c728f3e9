-- One row a user who is not active.
select user_id, 'inactive' as reason, null as detail
from user_master
where not is_active
