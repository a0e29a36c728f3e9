-- One row a user with a service request within the window, both days included.
select max(record) as record, user_id, count(*) as service_requests
from service_requests
where requested_on between :activity_from and :as_of
group by user_id
