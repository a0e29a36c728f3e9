-- One row an active exclusion: the leads that it matches, those that it is the first for, those it alone keeps out.
with used as (
  select distinct field
  from excluded_value
),
held as not materialized (
  select
    client.client_id,
    client.segment,
    used.field,
    coalesce(
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
    ) as value
  from current_client as client
  cross join used
),
matched as (
  select excluded.exclusion_id, excluded.solution_id, held.segment, count(*) as clients
  from held
  cross join excluded_value as excluded
  where excluded.field = held.field and excluded.value = held.value
  group by excluded.exclusion_id, excluded.solution_id, held.segment
),
matching as (
  select matched.exclusion_id, sum(matched.clients) as leads
  from matched
  join targeted_segment as targeted
    on targeted.segment = matched.segment
    and matched.solution_id in ('*', targeted.solution_id)
  group by matched.exclusion_id
),
first_match as (
  select detail as exclusion_id, count(*) as leads
  from verdict
  where rule = 0
  group by detail
),
sole as (
  -- No other rule excludes the lead, and no other exclusion matches it.
  select ledger.detail as exclusion_id, count(*) as leads
  from ledger
  join population using (entity)
  where ledger.mask = 1
    and (
      select count(*)
      from held
      cross join excluded_value as excluded
      where held.client_id = population.client_id
        and excluded.field = held.field and excluded.value = held.value
        and excluded.solution_id in ('*', population.solution_id)
    ) = 1
  group by ledger.detail
)
select
  exclusion.exclusion_id,
  exclusion.reason,
  exclusion.solution_id,
  exclusion.field,
  exclusion.operator,
  exclusion.value,
  coalesce(matching.leads, 0) as leads,
  coalesce(first_match.leads, 0) as first_for,
  coalesce(sole.leads, 0) as alone
from active_exclusion as exclusion
left join matching using (exclusion_id)
left join first_match using (exclusion_id)
left join sole using (exclusion_id)
order by exclusion.record
