-- One row a customer whose lifetime value is in the band.
with band (least, below, value) as (
  values
    (-9223372036854775807, 0, 'below 0'),
    (0, 250000, '0 to 25'),
    (250000, 500000, '25 to 50'),
    (500000, 1000000, '50 to 100'),
    (1000000, 2500000, '100 to 250'),
    (2500000, 5000000, '250 to 500'),
    (5000000, 10000000, '500 to 1000'),
    (10000000, 25000000, '1000 to 2500'),
    (25000000, 50000000, '2500 to 5000'),
    (50000000, 100000000, '5000 to 10000'),
    (100000000, 9223372036854775807, '10000 and more')
)
select
  customer.customer_id,
  customer.lifetime_value,
  customer.revenue,
  customer.expected_revenue_12m,
  customer.orders,
  customer.probability_active
from customer_value as customer
join band on customer.lifetime_value >= band.least and customer.lifetime_value < band.below
where band.value = :x
order by customer.lifetime_value desc, customer.customer_id
