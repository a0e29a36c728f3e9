-- One row a customer with a completed booking within the window, both days included.
select
  max(record) as record,
  customer_id,
  count(*) as bookings,
  sum(booking_amount) as total_spend,
  max(booking_date) as last_booking_date
from bookings
where booking_date between :window_start and :as_of
  and upper(booking_status) = 'COMPLETED'
group by customer_id
