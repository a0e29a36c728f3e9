-- One row a snapshot of the customer's lead, the one that counts first.
select
  crm_leads.lead_id,
  crm_leads.creation_date,
  crm_leads.record = current_lead.record as counts,
  nullif(trim(coalesce(crm_leads.first_name, '') || ' ' || coalesce(crm_leads.last_name, '')), '') as name,
  crm_leads.phone,
  crm_leads.lead_source,
  import.file,
  crm_leads.record & 4294967295 as line
from current_lead
cross join crm_leads
join import on import.import = import_of(crm_leads.record)
where current_lead.email = :customer
  and crm_leads.email = current_lead.email
order by crm_leads.creation_date desc, crm_leads.record desc
limit 500
