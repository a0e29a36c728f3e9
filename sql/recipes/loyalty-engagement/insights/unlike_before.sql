-- One row a figure that is well on the way to a warning, up or down, what failed first.
with pair as (
  select
    place,
    "check",
    source,
    status,
    value,
    expected,
    case "check"
      when 'volume' then ratio(100 * (2 * part - earlier_part), earlier_part, 1)
      when 'score_shift' then ratio(part, whole * 10000, 2) - ratio(earlier_part, earlier_whole * 10000, 2)
      else ratio(100 * part, whole, 2) - ratio(100 * earlier_part, earlier_whole, 2)
    end as change
  from monitoring
  join compared using ("check", source)
  where earlier_part is not null
)
select
  in_words("check") || ': ' || source as what,
  value as now,
  expected as before,
  case when change > 0 then '+' else '' end
    || case "check" when 'volume' then decimal_text(change, 1) || '%' else decimal_text(change, 2) || ' points' end as change,
  case status when 'fail' then 'Failed' when 'warn' then 'Warning' else 'OK' end as status
from pair
where pair.status <> 'ok'
  or abs(change) >= case "check" when 'volume' then 100000 when 'nulls' then 50000 else 25000 end
order by instr('fail warn ok', pair.status), place
