-- One row a customer whose sales less returns are not above 0; detail: what they come to.
select customer_id, 'no_value' as reason, decimal_text(amount, 2) as detail
from customer_score
where amount <= 0
