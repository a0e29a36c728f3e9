-- One row a thing to do, the gravest first; none where there is nothing to do about it.
with customers as (
  select
    count(email) as leads,
    count(*) filter (where identity_source is not null) as linked,
    count(*) filter (where has_lead and user_uuid is null) as lead_only,
    count(*) filter (where not has_lead and completed_amount > 0) as payers,
    coalesce(sum(completed_amount) filter (where not has_lead), 0) as paid,
    count(*) filter (where pending_count > 0) as debtors,
    coalesce(sum(pending_amount), 0) as pending
  from customer_360
),
refunds as (
  select count(*) as refunds
  from rejected_transactions
  where instr(reason, 'Non-positive amount') > 0
),
all_transactions as (
  select read as transactions
  from loaded
  where source = 'transactions'
),
conflicts as (
  select count(*) as conflicts from map_conflicts
),
unused as (
  select count(*) as entries from unused_map_entries
),
step (place, severity, title, number, value, text) as (
  select
    1, 'alert', 'Linked by position', linked, linked,
    'Who these customers are is a guess, as leads and users were put together in order. Contact nobody by it: load an identity map and run with identity=map.'
  from customers
  where :identity = 'positional'
  union all
  select
    2, 'alert', 'Conflicts in the map', conflicts, conflicts,
    'Entries that contradict an earlier one, and link nothing. Decide which is right, correct it in the quarantine or in the file, and run again.'
  from conflicts
  union all
  select
    3, 'warn', 'Leads without a user', lead_only, lead_only,
    'Of ' || leads || ' leads ' || lead_only || ' are linked to no user, so that what they paid and looked at is not known. Add them to the identity map.'
  from customers
  union all
  select
    4, 'warn', 'Users who paid and have no lead', payers, decimal_text(paid, 2),
    'So much was paid by ' || payers || ' users who are in no CRM: find their emails, beginning with those who paid most.'
  from customers
  union all
  select
    5, 'warn', 'Map entries without a lead', entries, entries,
    'Their emails are no lead''s. Look for typing errors, or for leads that the CRM did not export.'
  from unused
  union all
  select
    6, 'info', 'Refunds and transactions of nothing', refunds, refunds,
    'Of ' || transactions || ' transactions ' || refunds || ' come to 0 or less. They are rejected and in no sum: look at how transactions end, by status.'
  from refunds
  cross join all_transactions
  union all
  select
    7, 'info', 'Pending', debtors, decimal_text(pending, 2),
    'So much is pending with ' || debtors || ' customers. Ask for the oldest payments first.'
  from customers
)
select title, severity, value, text
from step
where number > 0
order by place
