-- One row a user who would be the team's by the band, and of whom this became.
select master.user_id, master.full_name, master.email, master.region_code, master.score, ledger.detail
from ledger
join population using (entity)
join user_master as master using (user_id)
where case master.engagement_band when 'high' then 'Marketing' when 'low' then 'Customer success' else 'No team' end = :x
  and in_words(coalesce(ledger.reason, 'routed')) = :series
order by ledger.entity
