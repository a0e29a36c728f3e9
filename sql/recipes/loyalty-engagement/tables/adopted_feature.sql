-- One row a feature adopted by the as-of date; the engine keeps the latest of each user and feature.
select record, user_id, feature, adopted_on
from feature_adoption
where adopted_on <= :as_of
order by user_id, feature
