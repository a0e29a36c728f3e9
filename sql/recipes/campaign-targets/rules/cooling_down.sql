-- One row a lead that was contacted fewer days ago than its solution's cooldown lasts.
select buffer.solution_id, buffer.client_id, 'cooling_down' as reason, null as detail
from lead_buffer as buffer
join active_solution as solution using (solution_id)
where days_between(buffer.last_contacted_on, :as_of) < solution.cooldown_days
