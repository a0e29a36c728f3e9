-- One row a month and a stage.
select month, stage, customers
from lifecycle_tracking
order by month, instr('new active at_risk dormant churned', stage)
