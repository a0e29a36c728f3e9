-- One row an active solution and a segment that it has an offer for, with the offer's root detail where it has one.
select
  offer.solution_id,
  offer.segment,
  offer.offer_id,
  offer.priority,
  root.detail_id,
  root.title,
  root.price,
  root.variants
from segment_offer as offer
left join offer_root as root using (offer_id)
