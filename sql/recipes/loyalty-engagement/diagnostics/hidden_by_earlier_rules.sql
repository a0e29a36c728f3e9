-- One row a reason: all whom it excludes, those whom an earlier rule has dropped already, those whom it alone keeps out.
with ranked as (
  select
    rule,
    reason,
    min(rule) over (partition by entity) as first_rule,
    count(*) over (partition by entity) as rules
  from verdict
)
select
  reason,
  count(*) as excluded,
  sum(rule = first_rule) as dropped,
  sum(rule > first_rule) as hidden,
  sum(rules = 1) as alone
from ranked
group by rule, reason
order by rule, reason
