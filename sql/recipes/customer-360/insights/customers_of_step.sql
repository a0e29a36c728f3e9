-- One row a customer, an entry of the map or a refund that the card counts; those who paid most stand first.
with refund as materialized (
  select trimmed(user_uuid) as user_text, transaction_id || ': ' || trimmed(amount) as note
  from quarantined_transactions
  where :x = 'Refunds and transactions of nothing'
    and instr(rejection_reason, 'amount:out_of_range') > 0
    and (amount glob '*[-(−]*' or amount not glob '*[1-9]*')
),
named as materialized (
  select customer, cast(user_uuid as text) as user_text
  from customer
  where user_uuid is not null
    and :x = 'Refunds and transactions of nothing'
),
listed (step, customer, note) as (
  select
    case
      when has_lead and user_uuid is null then 'Leads without a user'
      when has_lead then 'Linked by position'
      when completed_amount > 0 then 'Users who paid and have no lead'
    end,
    customer,
    null
  from customer_360
  union all
  select 'Pending', customer, pending_count || ' pending' from customer_360 where pending_count > 0
  union all
  select 'Conflicts in the map', folded(trimmed(email)), conflict || ': ' || user_uuid from map_conflicts
  union all
  select 'Map entries without a lead', customer, email || ': ' || user_uuid from unused_map_entries
  union all
  select 'Refunds and transactions of nothing', named.customer, refund.note
  from refund
  left join named using (user_text)
)
select
  listed.customer,
  customer_360.first_name,
  customer_360.last_name,
  customer_360.phone,
  customer_360.user_uuid,
  customer_360.completed_amount,
  customer_360.pending_amount,
  customer_360.total_page_views,
  listed.note
from listed
left join customer_360 on customer_360.customer = listed.customer
where listed.step = :x
order by customer_360.completed_amount desc, listed.customer, listed.note
