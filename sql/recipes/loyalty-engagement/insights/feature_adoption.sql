-- One row a feature and a region with active users, the most adopted feature first.
select
  feature,
  region_code || coalesce(' ' || region_name, '') as region,
  adoption_rate,
  adopters
from feature_adoption_by_region
order by sum(adopters) over (partition by feature) desc, feature, region_code
