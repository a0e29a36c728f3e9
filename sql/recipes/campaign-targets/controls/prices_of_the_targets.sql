-- One row: what the written targets cost, and what the first roots of their offers cost in the accepted details.
with root as (
  select offer_id, min(record) as record
  from offer_details
  where parent_detail_id is null
  group by offer_id
),
chosen as (
  select offer_id, count(*) as targets
  from campaign_targets
  group by offer_id
)
select
  (select coalesce(sum(offer_price), 0) from campaign_targets) as left,
  (
    select coalesce(sum(chosen.targets * detail.price), 0)
    from chosen
    join root using (offer_id)
    join offer_details as detail using (record)
  ) as right
