-- One row an active exclusion: the leads that it matches, those that it is the first for, those it alone keeps out.
with used as (
  select distinct field
  from excluded_value
),
excluded_client as (
  select client.client_id, client.segment, excluded.solution_id, excluded.exclusion_record
  from current_client as client
  cross join used
  cross join excluded_value as excluded
  where excluded.field = used.field
    and excluded.value = coalesce(
      case used.field
        when 'country' then client.country
        when 'language' then client.language
        when 'segment' then client.segment
        when 'status' then client.status
        when 'birth_date' then client.birth_date
        when 'email' then client.email
        when 'phone' then client.phone
        when 'balance' then client.balance
      end,
      ''
    )
),
matched as (
  select targeted.solution_id, excluded.client_id, excluded.exclusion_record as record
  from excluded_client as excluded
  join targeted_segment as targeted
    on targeted.segment = excluded.segment
    and excluded.solution_id in ('*', targeted.solution_id)
),
lead_match as (
  select solution_id, client_id, min(record) as first_record, count(*) as exclusions
  from matched
  group by solution_id, client_id
),
judged as (
  select
    lead_match.solution_id,
    lead_match.client_id,
    lead_match.first_record,
    lead_match.exclusions = 1 and ledger.mask = 1 as alone
  from lead_match
  join population using (solution_id, client_id)
  join ledger using (entity)
),
figure as (
  select
    matched.record,
    count(*) as leads,
    sum(matched.record = judged.first_record) as first_for,
    sum(judged.alone) as alone
  from matched
  join judged using (solution_id, client_id)
  group by matched.record
)
select
  exclusion.exclusion_id,
  exclusion.solution_id,
  exclusion.field,
  exclusion.operator,
  exclusion.value,
  exclusion.reason,
  coalesce(figure.leads, 0) as leads,
  coalesce(figure.first_for, 0) as first_for,
  coalesce(figure.alone, 0) as alone
from active_exclusion as exclusion
left join figure using (record)
order by exclusion.record
