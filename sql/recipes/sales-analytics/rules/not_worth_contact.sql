-- One row a hibernating customer of the lowest value; detail: the scores.
select customer_id, 'not_worth_contact' as reason, r || f || m as detail
from customer_score
where segment = 'hibernating' and m = 1
