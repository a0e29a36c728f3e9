-- One row: the user as the master table has it, with the outcome of the run.
select
  master.full_name,
  master.email,
  master.region_code || coalesce(' ' || master.region_name, '') as region,
  master.region_class,
  master.plan,
  master.signup_date,
  master.is_active,
  master.score,
  master.scored_at,
  in_words(master.engagement_band) as band,
  coalesce(
    in_words(ledger.reason),
    case master.engagement_band when 'high' then 'To marketing' else 'To customer success' end
  ) as outcome,
  master.last_activity_at,
  master.logins,
  master.purchases,
  master.purchase_amount,
  master.feedback,
  master.features_adopted,
  master.last_adopted_on,
  master.retention_actions,
  master.last_retention_action,
  master.support_load,
  master.support_calls,
  master.support_chats,
  master.open_tickets,
  master.service_requests,
  master.help_views,
  master.repeat_engagements
from user_master as master
join population using (user_id)
join ledger using (entity)
where master.user_id = :user_id
