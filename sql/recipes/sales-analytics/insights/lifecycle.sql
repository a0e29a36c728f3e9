-- One row a month and a stage.
select month, in_words(stage) as stage, customers
from lifecycle_tracking
order by month, instr('new active at_risk dormant churned', lifecycle_tracking.stage)
