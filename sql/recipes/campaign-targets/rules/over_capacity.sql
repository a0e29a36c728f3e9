-- One row a lead that is left but past its solution's capacity: by priority, then longest uncontacted, then client.
with ranked as (
  select
    survivor.solution_id,
    survivor.client_id,
    solution.capacity,
    row_number() over (
      partition by survivor.solution_id
      order by
        buffer.offer_priority is null,
        buffer.offer_priority,
        buffer.last_contacted_on is not null,
        buffer.last_contacted_on,
        survivor.client_id
    ) as place
  from survivor
  join active_solution as solution using (solution_id)
  join lead_buffer as buffer using (solution_id, client_id)
  where solution.capacity is not null
)
select solution_id, client_id, 'over_capacity' as reason, null as detail
from ranked
where place > capacity
