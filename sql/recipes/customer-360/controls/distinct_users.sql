-- One row: distinct users of all customers, and of what was loaded; the map counts where it links a lead.
with loaded_user as (
  select user_uuid from transactions
  union
  select user_uuid from web_activity
  union
  select identity_map.user_uuid
  from identity_map
  join current_lead using (email)
  where :identity = 'map'
)
select
  (select count(distinct user_uuid) from customer_360) as left,
  (select count(*) from loaded_user) as right
