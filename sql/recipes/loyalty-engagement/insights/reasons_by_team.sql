-- One row a team, by the band of its users, and what became of them.
with routed as (
  select
    case master.engagement_band when 'high' then 'Marketing' when 'low' then 'Customer success' else 'No team' end as team,
    coalesce(ledger.reason, 'routed') as outcome,
    coalesce(ledger.rule, -1) as place
  from ledger
  join population using (entity)
  join user_master as master using (user_id)
)
select team, in_words(outcome) as outcome, count(*) as users
from routed
group by team, place, outcome
order by instr('Marketing, Customer success, No team', team), place
