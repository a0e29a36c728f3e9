-- One row a month and a status.
select month_of(booking_date) as month, upper(booking_status) as status, count(*) as bookings
from bookings
group by month, status
order by month, status
