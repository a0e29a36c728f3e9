-- One row an offer that is valid on the as-of date, both days included.
select record, offer_id, solution_id, segment, priority, valid_from, valid_to
from offers
where (valid_from is null or valid_from <= :as_of)
  and (valid_to is null or valid_to >= :as_of)
