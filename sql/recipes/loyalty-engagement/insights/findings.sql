-- One row a check that failed or warns, those that failed first; one row in all where there is none.
with told (place, "check", title, what_to_do) as (
  values
    (1, 'volume', 'Volume', 'Ask whether the file is whole, and of one period only.'),
    (2, 'rejected', 'Rejected records', 'See their reasons in the step Quarantine.'),
    (3, 'freshness', 'Freshness', 'Ask for a newer file; where a day is still to come, for the right one.'),
    (4, 'nulls', 'Empty values', 'Ask what has changed in the export.'),
    (5, 'orphans', 'Unknown users and regions', 'Take profiles and regions of the same day, or ask who these are.'),
    (6, 'score_shift', 'Average score', 'Ask whether scores are worked out as before, before anybody is contacted.'),
    (7, 'band_shift', 'High and low engagement', 'Ask whether scores or thresholds have changed, before anybody is contacted.')
),
found as (
  select
    told.place,
    told.title,
    told.what_to_do,
    monitoring.text,
    sum(monitoring.status = 'fail') over (partition by told.place) as fails,
    sum(monitoring.status = 'warn') over (partition by told.place) as warns,
    row_number() over (partition by told.place order by monitoring.status, compared.place) as nth
  from monitoring
  join told using ("check")
  join compared using ("check", source)
  where monitoring.status <> 'ok'
),
card as (
  select
    place,
    title,
    case when fails > 0 then 'alert' else 'warn' end as severity,
    case when fails > 0 then fails || ' failed' else warns || ' to look at' end as value,
    text || case when fails + warns > 1 then ' And ' || (fails + warns - 1) || ' more.' else '' end || ' ' || what_to_do as text
  from found
  where nth = 1
  union all
  select 0, 'All checks passed', 'info', count(*) || ' checks', 'Nothing failed, and nothing is to be looked at.'
  from monitoring
  having sum(status <> 'ok') = 0
)
select title, severity, value, text
from card
order by severity, place
