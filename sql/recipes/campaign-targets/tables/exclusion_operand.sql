-- One row an active exclusion and a value that it compares with; none where the field is only to be empty or not.
with exclusion as (
  -- As a JSON list: json_quote writes what stands within quotes as it must, and leaves | alone.
  select
    exclusion_id,
    field,
    case
      when operator in ('in', 'not_in') then '[' || replace(json_quote(coalesce(value, '')), '|', '","') || ']'
      else json_array(coalesce(value, ''))
    end as listed
  from active_exclusion
  where operator not in ('is_empty', 'not_empty')
),
operand as (
  select exclusion.exclusion_id, exclusion.field, trimmed(part.value) as written
  from exclusion
  cross join json_each(exclusion.listed) as part
)
select distinct
  exclusion_id,
  case field
    -- A day may be written with a time, which does not count.
    when 'birth_date' then substr(written, 1, 10)
    when 'balance' then decimal_of(written)
    else folded(written)
  end as operand
from operand
