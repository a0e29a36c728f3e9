-- One row a snapshot of the workspace, and the run that made it.
with latest as (
  select max(run) as run, as_of
  from earlier_measure
  group by as_of
),
kept as (
  -- Without what was taken out of the snapshots.
  select run, as_of
  from latest
  where exists (select 1 from earlier_snapshot as snapshot where snapshot.as_of = latest.as_of and snapshot.run = latest.run)
)
select
  kept.as_of as snapshot,
  kept.run,
  max(measured.whole) filter (where measured.measure = 'band_shift' and measured.source = 'high') as users,
  max(measured.part) filter (where measured.measure = 'band_shift' and measured.source = 'high') as high,
  max(measured.part) filter (where measured.measure = 'band_shift' and measured.source = 'low') as low,
  max(decimal_text(ratio(measured.part, measured.whole * 10000, 2), 2)) filter (where measured.measure = 'score_shift')
    as average_score
from kept
join earlier_measure as measured using (run)
group by kept.as_of, kept.run
order by kept.as_of
