-- One row a month and a status.
select substr(booking_date, 1, 7) as month, booking_status, count(*) as bookings
from bookings
group by substr(booking_date, 1, 7), booking_status
order by month, booking_status
