-- One row a region of users: what is known of it, and the thresholds that hold.
select
  master.region_code,
  max(master.region_name) as region_name,
  count(*) as users,
  case when region.region_code is null then 'not in the metadata' end as metadata,
  threshold.low_threshold,
  threshold.high_threshold,
  threshold.valid_from
from user_master as master
left join region using (region_code)
left join current_threshold as threshold using (region_code)
group by master.region_code
order by master.region_code
