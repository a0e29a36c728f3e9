-- One row a current user: what the departments know of it; scores and amounts are exact.
select
  user.user_id,
  user.full_name,
  user.email,
  user.region_code,
  region.region_name,
  region.classification as region_class,
  user.plan,
  user.signup_date,
  user.is_active,
  current_score.score,
  current_score.scored_at,
  threshold.low_threshold,
  threshold.high_threshold,
  case
    when current_score.score is null then 'unscored'
    when threshold.region_code is null then 'no_threshold'
    when current_score.score >= threshold.high_threshold then 'high'
    when current_score.score < threshold.low_threshold then 'low'
    else 'medium'
  end as engagement_band,
  coalesce(activity.logins, 0) as logins,
  coalesce(activity.purchases, 0) as purchases,
  coalesce(activity.purchase_amount, 0) as purchase_amount,
  coalesce(activity.feedback, 0) as feedback,
  activity.last_activity_at,
  coalesce(feature.features_adopted, 0) as features_adopted,
  feature.last_adopted_on,
  coalesce(retention.retention_actions, 0) as retention_actions,
  retention.last_retention_action,
  coalesce(calls.calls_last_30_days, 0) as support_calls,
  coalesce(chats.support_chats, 0) as support_chats,
  coalesce(ticket.open_tickets, 0) as open_tickets,
  coalesce(request.service_requests, 0) as service_requests,
  coalesce(help.help_views, 0) as help_views,
  coalesce(repeats.repeat_count, 0) as repeat_engagements,
  coalesce(calls.calls_last_30_days, 0)
    + coalesce(chats.support_chats, 0)
    + coalesce(ticket.open_tickets, 0)
    + coalesce(request.service_requests, 0) as support_load
from current_user as user
left join region using (region_code)
left join current_threshold as threshold using (region_code)
left join current_score using (user_id)
left join activity_summary as activity using (user_id)
left join feature_count as feature using (user_id)
left join retention_summary as retention using (user_id)
left join current_calls as calls using (user_id)
left join recent_chats as chats using (user_id)
left join open_ticket_count as ticket using (user_id)
left join recent_requests as request using (user_id)
left join recent_help_views as help using (user_id)
left join current_repeats as repeats using (user_id)
order by user.user_id
