-- One row: the users of the master table, and those of the teams with those who have a reason.
select
  (select count(*) from master) as left,
  (select count(*) from marketing_highly_engaged)
    + (select count(*) from customer_success_low_engagement)
    + (select count(*) from ledger where reason is not null) as right
