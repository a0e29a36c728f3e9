-- One row a customer without a completed booking within the window.
select customer_id, 'no_recent_booking' as reason, null as detail
from current_customer
left join recent_booking as booking using (customer_id)
where booking.bookings is null
