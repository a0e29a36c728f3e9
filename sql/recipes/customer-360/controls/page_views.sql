-- One row: page views of all customers, and of the accepted web activity.
select
  (select coalesce(sum(total_page_views), 0) from customer_360) as left,
  (select coalesce(sum(page_views), 0) from web_activity) as right
