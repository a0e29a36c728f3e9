-- One row a lead and a state, blocked or cooling down, in which it is held back on the as-of date.
with held as (
  select
    solution_id,
    client_id,
    'blocked' as state,
    block_reason as reason,
    blocked_since as since,
    blocked_until as until
  from lead_buffer
  where block_reason is not null
    and (blocked_until is null or blocked_until >= :as_of)
  union all
  select
    buffer.solution_id,
    buffer.client_id,
    'cooling down',
    'cooldown of ' || solution.cooldown_days || case solution.cooldown_days when 1 then ' day' else ' days' end,
    buffer.last_contacted_on,
    date(buffer.last_contacted_on, (solution.cooldown_days - 1) || ' days')
  from lead_buffer as buffer
  join active_solution as solution using (solution_id)
  where days_between(buffer.last_contacted_on, :as_of) < solution.cooldown_days
)
select solution_id, client_id, state, reason, since, until
from held
order by solution_id, until is null, until, client_id, state
