-- One row a customer of the kind, or an entry of the map with the customer whose email or user it names.
with listed as (
  select
    case when not has_lead then 'User only' when user_uuid is null then 'Lead only' else 'Linked' end as kind,
    customer,
    email,
    user_uuid,
    first_name,
    last_name,
    completed_amount,
    total_page_views,
    identity_source as note,
    null as line
  from customer_360
  union all
  select
    'Map entry without a lead', customer, email, user_uuid, null, null,
    completed_amount, total_page_views, 'The email is no lead''s', line
  from unused_map_entries
  union all
  select
    'Conflict in the map', customer_360.customer, map_conflicts.email, map_conflicts.user_uuid,
    customer_360.first_name, customer_360.last_name, customer_360.completed_amount, customer_360.total_page_views,
    map_conflicts.conflict, map_conflicts.line
  from map_conflicts
  left join customer_360 on customer_360.customer = folded(trimmed(map_conflicts.email))
)
select customer, email, user_uuid, first_name, last_name, completed_amount, total_page_views, note, line
from listed
where kind = :x
order by completed_amount desc, email, user_uuid
