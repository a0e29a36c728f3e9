-- One row a band of lifetime value, from the lowest that a customer is in to the highest.
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
),
extreme as (
  select min(lifetime_value) as lowest, max(lifetime_value) as highest
  from customer_value
)
select band.value, count(customer.customer_id) as customers
from band
join extreme on band.below > extreme.lowest and band.least <= extreme.highest
left join customer_value as customer on customer.lifetime_value >= band.least and customer.lifetime_value < band.below
group by band.least, band.value
order by band.least
