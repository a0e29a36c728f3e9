-- One row a lead whose phone another lead has, digits alone compared; those of one phone stand together.
with lead as materialized (
  select
    replace(replace(replace(replace(replace(replace(phone, ' ', ''), '-', ''), '/', ''), '(', ''), ')', ''), '.', '') as digits,
    email,
    phone,
    first_name,
    last_name
  from current_lead
  where phone is not null
),
shared as (
  select digits, count(*) as leads
  from lead
  group by digits
  having count(*) > 1
)
select shared.leads, lead.phone, lead.email, lead.first_name, lead.last_name
from shared
join lead using (digits)
order by shared.leads desc, shared.digits, lead.email
