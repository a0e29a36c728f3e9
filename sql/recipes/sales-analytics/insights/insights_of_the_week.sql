-- One row an insight, the gravest first, and else in the order of business_insights.
with named (place, insight, title) as (
  values
    (1, 'revenue_change', 'Revenue of the last month'),
    (2, 'top_decile_share', 'Revenue from the best tenth'),
    (3, 'high_risk_revenue', 'Revenue about to be lost'),
    (4, 'repeat_rate', 'Customers who came again'),
    (5, 'new_customer_change', 'New customers of the last month'),
    (6, 'best_cohort', 'Best month to have come')
)
select
  title,
  severity,
  case
    when value is null then 'Not known'
    when insight = 'high_risk_revenue' then value
    else decimal_text(100 * decimal_of(value), 1) || '%'
  end as value,
  text
from business_insights
join named using (insight)
order by instr('alert warn info', severity), named.place
