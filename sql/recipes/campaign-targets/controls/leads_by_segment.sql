-- One row: the leads, and for each solution the clients of the segments that it targets.
with segment_size as (
  select segment, count(*) as clients
  from current_client
  group by segment
)
select
  (select count(*) from population) as left,
  (
    select coalesce(sum(segment_size.clients), 0)
    from targeted_segment
    join segment_size using (segment)
  ) as right
