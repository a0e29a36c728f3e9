-- One row an active solution and a client whose segment it targets, in the order of the key.
select solution.solution_id, client.client_id, client.segment
from active_solution as solution
cross join current_client as client
cross join targeted_segment as targeted
where targeted.solution_id = solution.solution_id
  and targeted.segment = client.segment
