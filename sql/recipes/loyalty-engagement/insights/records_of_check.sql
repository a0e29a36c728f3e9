-- One row a record, or an earlier figure, behind a check of a source; the latest records for freshness.
with newcomer as materialized (
  -- Users whose profiles are all later than the as-of date: known, but not of the population.
  select distinct user_id
  from user_profile
  where substr(updated_at, 1, 10) > :as_of
),
mention (record, user_id, region_code, time) as (
  select record, user_id, region_code, updated_at from user_profile where :y = 'user_profile'
  union all select record, user_id, null, activity_ts from user_activity where :y = 'user_activity'
  union all select record, user_id, null, scored_at from engagement_score where :y = 'engagement_score'
  union all select record, user_id, null, adopted_on from feature_adoption where :y = 'feature_adoption'
  union all select record, user_id, null, action_date from retention_action where :y = 'retention_action'
  union all select record, user_id, null, measured_on from support_calls where :y = 'support_calls'
  union all select record, user_id, null, started_at from support_chats where :y = 'support_chats'
  union all select record, user_id, null, opened_on from issue_tickets where :y = 'issue_tickets'
  union all select record, user_id, null, requested_on from service_requests where :y = 'service_requests'
  union all select record, user_id, null, viewed_at from product_support_usage where :y = 'product_support_usage'
  union all select record, user_id, null, period_end from repeat_engagements where :y = 'repeat_engagements'
  union all select record, null, region_code, valid_from from region_thresholds where :y = 'region_thresholds'
),
latest as (
  select record, user_id, region_code, time
  from mention
  where :x = 'Freshness'
  order by time desc, record desc
  limit 100
),
empty_value (record, user_id, what) as (
  select record, user_id, 'full_name is empty' from user_profile where full_name is null and :y = 'user_profile'
  union all select record, user_id, 'email is empty' from user_profile where email is null and :y = 'user_profile'
  union all select record, user_id, 'plan is empty' from user_profile where plan is null and :y = 'user_profile'
  union all select record, user_id, 'signup_date is empty' from user_profile where signup_date is null and :y = 'user_profile'
  union all select record, user_id, 'amount is empty' from user_activity where amount is null and :y = 'user_activity'
  union all select record, user_id, 'outcome is empty' from retention_action where outcome is null and :y = 'retention_action'
  union all select record, user_id, 'closed_on is empty' from issue_tickets where closed_on is null and :y = 'issue_tickets'
  union all select record, user_id, 'status is empty' from service_requests where status is null and :y = 'service_requests'
),
found (record, user_id, what) as (
  select record, user_id, case when region_code is null then 'the user' else 'region ' || region_code end || ' is not known'
  from mention
  where :x = 'Orphans'
    and case
      when mention.region_code is null then
        not exists (select 1 from population where population.user_id = mention.user_id)
        and mention.user_id not in newcomer
      else region_code not in (select region_code from region)
    end
  union all select record, user_id, time from latest
  union all select record, user_id, what from empty_value where :x = 'Nulls'
  union all select record, null, codes from rejected join import using (import) where source = :y and :x = 'Rejected'
),
shown (place, file, line, user_id, what) as (
  select record, file, record & 0xffffffff, user_id, what
  from found
  join import on import.import = import_of(record)
  union all
  select
    -run,
    'run ' || run || ', ' || as_of,
    null,
    null,
    case measure
      when 'volume' then part || ' records'
      when 'score_shift' then coalesce('average ' || decimal_text(ratio(part, whole * 10000, 2), 2), 'no score')
      else source || ': ' || decimal_text(ratio(100 * part, max(whole, 1), 1), 1) || '% of the users'
    end
  from earlier_measure
  where in_words(measure) = :x
    and (measure = 'band_shift' or measure in ('volume', 'score_shift') and source = :y)
)
select file as file_or_run, line, user_id, what
from shown
order by place, what
