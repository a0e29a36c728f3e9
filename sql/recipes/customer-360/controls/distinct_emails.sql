-- One row: distinct emails of all customers, and of the accepted leads.
select
  (select count(distinct email) from customer_360) as left,
  (select count(distinct email) from crm_leads) as right
