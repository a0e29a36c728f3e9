-- One row a user who has adopted a feature.
select user_id, count(*) as features_adopted, max(adopted_on) as last_adopted_on
from adopted_feature
group by user_id
