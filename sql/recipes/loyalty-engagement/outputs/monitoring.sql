-- One row a check and what it looks at; judged by whole numbers, and rounded only for the eye.
with limit_of ("check", warns, fails) as (
  values
    ('volume', 20, 50), ('rejected', 1, 5), ('freshness', 2, 7), ('nulls', 10, null), ('orphans', 0, 5),
    ('score_shift', 5, 15), ('band_shift', 5, 15)
),
figure as (
  select
    *,
    part * earlier_whole - earlier_part * whole as shift,
    -- Of two averages how many whole points they are apart, and which way the rest of them goes.
    part / (whole * 10000) - earlier_part / (earlier_whole * 10000) as points,
    sign(part % (whole * 10000) * earlier_whole - earlier_part % (earlier_whole * 10000) * whole) as rest,
    decimal_text(ratio(part, whole * 10000, 2), 2) as average,
    decimal_text(ratio(earlier_part, earlier_whole * 10000, 2), 2) as earlier_average,
    (earlier_part / 2) || case earlier_part % 2 when 1 then '.5' else '' end as usual,
    decimal_text(ratio(100 * part, whole, 1), 1) || '%' as percent,
    decimal_text(ratio(100 * earlier_part, earlier_whole, 1), 1) || '%' as earlier_percent
  from compared
),
judged as (
  -- How far off each is: in percent, days or points of its unit. A day after the as-of date is as bad as 3 before.
  select
    *,
    case "check"
      when 'volume' then 100 * abs(2 * part - earlier_part)
      when 'freshness' then case when part < 0 then 3 else part end
      when 'nulls' then 100 * shift
      when 'score_shift' then abs(2 * points + rest)
      when 'band_shift' then 100 * abs(shift)
      else 100 * part
    end as off,
    case
      when "check" = 'volume' then earlier_part
      when "check" = 'freshness' then 1
      when "check" = 'score_shift' then 2
      when "check" in ('nulls', 'band_shift') then whole * earlier_whole
      else whole
    end as unit
  from figure
  join limit_of using ("check")
)
select
  "check",
  source,
  case
    when "check" in ('volume', 'freshness') then part
    when "check" = 'score_shift' then average
    else decimal_text(ratio(part, whole, 4), 4)
  end as value,
  case
    when "check" = 'volume' then usual
    when "check" = 'rejected' then '0.0100'
    when "check" = 'freshness' then 2
    when "check" = 'orphans' then '0.0000'
    when "check" = 'score_shift' then earlier_average
    else decimal_text(ratio(earlier_part, earlier_whole, 4), 4)
  end as expected,
  case when off > fails * unit then 'fail' when off > warns * unit then 'warn' else 'ok' end as status,
  case "check" when 'score_shift' then 'Average score' else source end || ': ' || case "check"
    when 'volume' then part || ' accepted' || coalesce('; the median of the last runs is ' || usual, '; there is no earlier run')
    when 'rejected' then part || ' rejected, ' || percent || ' of those read'
    when 'freshness' then
      case
        when part is null then 'there are no records'
        when part < 0 then 'the latest record is of a day after the as-of date'
        when part = 1 then '1 day since the latest record'
        else part || ' days since the latest record'
      end
    when 'nulls' then percent || ' empty' || coalesce('; in the run before ' || earlier_percent, '; there is no earlier run')
    when 'orphans' then
      part || ' of an unknown ' || case when source in ('user_profile', 'region_thresholds') then 'region' else 'user' end
        || ', ' || percent || ' of all'
    when 'score_shift' then
      coalesce(average, 'nobody has one') || coalesce('; in the snapshot before ' || earlier_average, '; there is none before')
    else percent || ' of the users' || coalesce('; in the snapshot before ' || earlier_percent, '; there is no earlier snapshot')
  end || '.' as text
from judged
order by place
