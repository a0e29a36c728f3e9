-- One row: the purchases of the master table, and the accepted ones of known users in the window.
select
  (select coalesce(sum(purchase_amount), 0) from master) as left,
  (
    select coalesce(sum(amount), 0)
    from user_activity as activity
    where activity_type = 'purchase'
      and substr(activity_ts, 1, 10) between :activity_from and :as_of
      and exists (select 1 from population where population.user_id = activity.user_id)
  ) as right
