-- One row an email with several snapshots; those with several names first.
with counted as (
  select
    email,
    count(*) as snapshots,
    count(distinct lead_id) as lead_ids,
    count(distinct coalesce(first_name, '') || ' ' || coalesce(last_name, '')) as names,
    count(distinct phone) as phones,
    min(creation_date) as first_created,
    max(creation_date) as last_created
  from crm_leads
  group by email
  having count(*) > 1
)
select
  counted.email,
  counted.snapshots,
  counted.lead_ids,
  counted.names,
  counted.phones,
  counted.first_created,
  counted.last_created,
  current_lead.first_name,
  current_lead.last_name,
  import.file,
  current_lead.record & 4294967295 as line
from counted
join current_lead using (email)
join import on import.import = import_of(current_lead.record)
order by counted.names desc, counted.snapshots desc, counted.email
