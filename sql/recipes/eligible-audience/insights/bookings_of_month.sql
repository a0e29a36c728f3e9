-- One row a booking of the month with the status.
select
  booking_id,
  customer_id,
  booking_date,
  booking_amount,
  booking_status,
  product_name,
  source_system
from bookings
where month_of(booking_date) = :x
  and upper(booking_status) = :series
order by booking_date, record
