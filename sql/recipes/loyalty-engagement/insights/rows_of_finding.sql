-- One row a line of the monitor behind the card, those that failed first.
select monitoring.status, monitoring."check", monitoring.source, monitoring.value, monitoring.expected, monitoring.text
from monitoring
join compared using ("check", source)
where :x = case monitoring."check"
  when 'volume' then 'Volume'
  when 'rejected' then 'Rejected records'
  when 'freshness' then 'Freshness'
  when 'nulls' then 'Empty values'
  when 'orphans' then 'Unknown users and regions'
  when 'score_shift' then 'Average score'
  else 'High and low engagement'
end
or :x = 'All checks passed'
order by instr('fail warn ok', monitoring.status), compared.place
