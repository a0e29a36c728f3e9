-- One row a source and a check of it: the worst of its lines in the monitor. Bands are made of scores, so they stand there.
with line as (
  select
    case
      when "check" = 'band_shift' then 'engagement_score'
      when instr(source, '.') > 0 then substr(source, 1, instr(source, '.') - 1)
      else source
    end as source,
    "check",
    monitoring.status,
    case
      when "check" in ('rejected', 'nulls', 'orphans', 'band_shift') then decimal_text(100 * decimal_of(monitoring.value), 1) || '%'
      when "check" = 'freshness' then monitoring.value || ' d'
      else monitoring.value
    end as value,
    monitoring.text,
    compared.place
  from monitoring
  join compared using ("check", source)
),
ranked as (
  select
    *,
    min(place) over (partition by source) as source_place,
    row_number() over (partition by source, "check" order by instr('fail warn ok', status), place) as nth
  from line
)
select source, in_words("check") as "check", status, value, text
from ranked
where nth = 1
order by source_place, place
