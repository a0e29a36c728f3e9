-- One row a kind of customer, or of map entry that links nothing; a kind that nobody is of has 0.
with kind (place, kind) as (
  values
    (1, 'Linked'),
    (2, 'Lead only'),
    (3, 'User only'),
    (4, 'Map entry without a lead'),
    (5, 'Conflict in the map')
),
found as (
  select
    case when email is null then 3 when user_uuid is null then 2 else 1 end as place,
    count(*) as number
  from customer
  group by 1
  union all
  select 4, count(*) from unused_map_entries
  union all
  select 5, count(*) from map_conflicts
)
select kind.kind, coalesce(sum(found.number), 0) as number
from kind
left join found using (place)
group by kind.place
order by kind.place
