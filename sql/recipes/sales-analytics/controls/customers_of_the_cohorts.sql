-- One row: the sizes of all cohorts, and the customers.
select
  (select 10000 * coalesce(sum(cohort_size), 0) from cohort_analysis where month_number = 0) as left,
  (select 10000 * count(*) from dim_customer) as right
