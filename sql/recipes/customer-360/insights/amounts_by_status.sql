-- One row a status of accepted transactions, the one with the most money first.
select status, sum(amount) as amount
from transactions
group by status
order by sum(amount) desc, status
