-- One row an offer that has a root detail: the first of them in file order.
with offer as (
  select
    offer_id,
    min(case when parent_detail_id is null then record end) as record,
    count(*) - 1 as variants
  from offer_details
  group by offer_id
)
select detail.record, detail.offer_id, detail.detail_id, detail.title, detail.price, offer.variants
from offer
join offer_details as detail using (record)
