-- One row a value of a field, as clients have it, and an active exclusion that matches it; an empty field is ''.
with used as (
  select distinct field
  from active_exclusion
),
held as (
  select distinct
    used.field,
    coalesce(
      case used.field
        when 'country' then client.country
        when 'language' then client.language
        when 'segment' then client.segment
        when 'status' then client.status
        when 'birth_date' then client.birth_date
        when 'email' then client.email
        when 'phone' then client.phone
        when 'balance' then client.balance
      end,
      ''
    ) as value
  from used
  cross join current_client as client
),
comparable as materialized (
  select
    field,
    value,
    case when field in ('birth_date', 'balance') then value else folded(value) end as operand
  from held
)
select
  held.field,
  held.value,
  exclusion.exclusion_id,
  exclusion.solution_id,
  exclusion.record as exclusion_record
from comparable as held
cross join active_exclusion as exclusion
where exclusion.field = held.field
  and case
    when exclusion.operator = 'is_empty' then held.value = ''
    when held.value = '' then false
    when exclusion.operator = 'not_empty' then true
    when exclusion.operator in ('equals', 'in') then exists (
      select 1
      from exclusion_operand as operand
      where operand.exclusion_id = exclusion.exclusion_id and operand.operand = held.operand
    )
    when exclusion.operator in ('not_equals', 'not_in') then not exists (
      select 1
      from exclusion_operand as operand
      where operand.exclusion_id = exclusion.exclusion_id and operand.operand = held.operand
    )
    else exists (
      select 1
      from exclusion_operand as operand
      where operand.exclusion_id = exclusion.exclusion_id
        and case exclusion.operator
          when 'less_than' then held.operand < operand.operand
          else held.operand > operand.operand
        end
    )
  end
