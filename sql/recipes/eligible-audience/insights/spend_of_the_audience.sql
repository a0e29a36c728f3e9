-- One row a band of spend, of the customers who are delivered.
with banded as (
  select
    case
      when total_spend_last_365_days < 0 then 0
      when total_spend_last_365_days < 1000000 then 1
      when total_spend_last_365_days < 2500000 then 2
      when total_spend_last_365_days < 5000000 then 3
      when total_spend_last_365_days < 10000000 then 4
      when total_spend_last_365_days < 25000000 then 5
      else 6
    end as place
  from audience
),
band (place, spend) as (
  values
    (0, 'under 0'),
    (1, '0 to 99'),
    (2, '100 to 249'),
    (3, '250 to 499'),
    (4, '500 to 999'),
    (5, '1000 to 2499'),
    (6, '2500 and more')
)
select band.spend, count(banded.place) as customers
from band
left join banded using (place)
group by band.place, band.spend
order by band.place
