-- One row: what the written audience says it spent, and what the accepted bookings say.
select
  (select coalesce(sum(total_spend_last_365_days), 0) from audience) as left,
  (
    select coalesce(sum(booking_amount), 0)
    from bookings
    where booking_date >= :window_start
      and booking_date <= :as_of
      and upper(booking_status) = 'COMPLETED'
      and customer_id in (select customer_id from audience)
  ) as right
