-- One row a solution and a client whom an active exclusion matches; the first in file order gives reason and detail.
with used as (
  select distinct field
  from excluded_value
),
excluding as materialized (
  -- For each solution and value of a field the first exclusion: clients, who are many, are joined to one row of each.
  select excluded.field, excluded.value, solution.solution_id, min(excluded.exclusion_record) as record
  from excluded_value as excluded
  join active_solution as solution on excluded.solution_id in ('*', solution.solution_id)
  group by excluded.field, excluded.value, solution.solution_id
),
first_match as (
  select excluding.solution_id, client.client_id, min(excluding.record) as record
  from current_client as client
  cross join used
  cross join excluding
  where excluding.field = used.field
    and excluding.value = coalesce(
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
  group by client.client_id, excluding.solution_id
)
select first_match.solution_id, first_match.client_id, exclusion.reason, exclusion.exclusion_id as detail
from first_match
join active_exclusion as exclusion using (record)
