-- One row a pair of thresholds that holds by the as-of date; the engine keeps the latest of each region.
select record, region_code, low_threshold, high_threshold, valid_from
from region_thresholds
where valid_from <= :as_of
