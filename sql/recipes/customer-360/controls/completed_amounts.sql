-- One row: completed amounts of all customers, and of the accepted transactions.
select
  (select coalesce(sum(completed_amount), 0) from customer_360) as left,
  (select coalesce(sum(amount), 0) from transactions where status = 'completed') as right
