-- One row: pending amounts of all customers, and of the accepted transactions.
select
  (select coalesce(sum(pending_amount), 0) from customer_360) as left,
  (select coalesce(sum(amount), 0) from transactions where status = 'pending') as right
