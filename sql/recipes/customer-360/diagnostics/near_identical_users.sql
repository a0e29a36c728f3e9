-- One row a user whose id is another's but for case, with where it stands; those that are alike stand together.
with known as (
  select user_uuid, 'transactions' as stands_in from user_transactions
  union all
  select user_uuid, 'web activity' from user_web_activity
  union all
  select user_uuid, 'identity map' from identity_map
),
named as materialized (
  select user_uuid, folded(user_uuid) as alike, group_concat(stands_in, ', ') as stands_in
  from known
  group by user_uuid
),
several as (
  select alike
  from named
  group by alike
  having count(*) > 1
)
select named.alike, named.user_uuid, named.stands_in
from several
join named using (alike)
order by named.alike, named.user_uuid
