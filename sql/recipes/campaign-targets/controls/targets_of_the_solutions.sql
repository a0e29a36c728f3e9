-- One row: the targets in the summary, and the leads that no rule has a verdict on.
select
  (select coalesce(sum(targets), 0) from solution_summary) as left,
  (
    select count(*)
    from population
    where entity not in (select entity from verdict)
  ) as right
