-- One row a customer who is delivered and whose spend is in the band.
with band (spend, least, below) as (
  values
    ('under 0', -9000000000000000000, 0),
    ('0 to 99', 0, 1000000),
    ('100 to 249', 1000000, 2500000),
    ('250 to 499', 2500000, 5000000),
    ('500 to 999', 5000000, 10000000),
    ('1000 to 2499', 10000000, 25000000),
    ('2500 and more', 25000000, 9000000000000000000)
)
select
  customer_id,
  email,
  home_state,
  loyalty_tier,
  bookings_last_365_days,
  total_spend_last_365_days,
  last_booking_date
from audience
join band on total_spend_last_365_days >= least and total_spend_last_365_days < below
where band.spend = :x
order by total_spend_last_365_days desc, customer_id
