-- One row: the sizes of all cohorts, and the customers.
select
  (select coalesce(sum(cohort_size), 0) from cohort_analysis where month_number = 0) as left,
  (select count(*) from dim_customer) as right
