-- One row a customer whom no rule excludes.
select
  customer_id,
  email,
  home_state,
  loyalty_tier,
  bookings as bookings_last_365_days,
  total_spend as total_spend_last_365_days,
  last_booking_date
from survivor
join current_customer using (customer_id)
join recent_booking using (customer_id)
order by customer_id
