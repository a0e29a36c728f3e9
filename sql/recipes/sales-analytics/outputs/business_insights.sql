-- One row an insight: how grave it is, its figure, and a sentence with the figure and what to do.
with compared as (
  -- The last month that has ended is the one before that of the day after the as-of date.
  select
    month_of(days_after(month_of(next_day(:as_of)) || '-01', -1)) as month,
    month_of(days_after(month_of(next_day(:as_of)) || '-01', -32)) as month_before
),
change as (
  select
    compared.month,
    compared.month_before,
    coalesce(sum(revenue) filter (where metric.month = compared.month), 0) as revenue,
    coalesce(sum(revenue) filter (where metric.month = month_before), 0) as revenue_before,
    coalesce(sum(new_customers) filter (where metric.month = compared.month), 0) as new,
    coalesce(sum(new_customers) filter (where metric.month = month_before), 0) as new_before
  from compared
  left join monthly_metrics as metric on true
  group by compared.month, compared.month_before
),
best_tenth as materialized (
  select amount
  from customer
  order by amount desc, customer_id
  limit (select (count(*) + 9) / 10 from customer)
),
base as materialized (
  select
    count(*) as customers,
    sum(amount) as revenue,
    count(*) filter (where orders >= 2) as repeaters,
    (select count(*) from best_tenth) as best_customers,
    (select sum(amount) from best_tenth) as best_revenue,
    coalesce(sum(amount) filter (where 3 * gaps_within >= 2 * gaps), 0) as risky_revenue,
    count(*) filter (where 3 * gaps_within >= 2 * gaps) as risky
  from customer
  join customer_churn using (customer_id)
),
best as (
  select cohort_month, cohort_size, retention_rate
  from cumulative_retention
  where months = 3 and retention_rate is not null and cohort_size >= 10
  order by retained_customers * 1.0 / cohort_size desc, cohort_month desc
  limit 1
),
figure (place, insight, value, places, is_warn, is_alert, sentence, before, now) as (
  select 1, 'revenue_change', ratio(revenue - revenue_before, revenue_before, 4), 4,
    10 * (revenue - revenue_before) * sign(revenue_before) < -abs(revenue_before),
    5 * (revenue - revenue_before) * sign(revenue_before) < -abs(revenue_before),
    case when revenue < revenue_before then 'revenue_less' else 'revenue_more' end,
    decimal_text(revenue_before, 2) || ' in ' || month_before, decimal_text(revenue, 2) || ' in ' || month
  from change
  union all
  select 2, 'top_decile_share', case when revenue > 0 then ratio(best_revenue, revenue, 4) end, 4,
    2 * best_revenue > revenue, false, 'top_decile_share', customers, best_customers
  from base
  union all
  select 3, 'high_risk_revenue', risky_revenue, 2, revenue > 0 and 3 * risky_revenue > revenue, false,
    case when risky > 0 then 'high_risk_revenue' else 'no_high_risk' end, customers, risky
  from base
  union all
  select 4, 'repeat_rate', ratio(repeaters, customers, 4), 4, false, false, 'repeat_rate', customers, repeaters from base
  union all
  select 5, 'new_customer_change', ratio(new - new_before, new_before, 4), 4, 5 * (new - new_before) < -new_before, false,
    case when new < new_before then 'new_customers_less' else 'new_customers_more' end,
    new_before || ' in ' || month_before, new || ' in ' || month
  from change
  union all
  select 6, 'best_cohort', max(retention_rate), 4, false, false, 'best_cohort', max(cohort_size), max(cohort_month) from best
)
select
  insight,
  case when value is null then 'info' when is_alert then 'alert' when is_warn then 'warn' else 'info' end as severity,
  decimal_text(value, places) as value,
  replace(
    replace(replace(sentence.text, '{before}', coalesce(before, '')), '{now}', coalesce(now, '')),
    '{value}', coalesce(case places when 4 then decimal_text(100 * value, 2) || '%' else decimal_text(value, 2) end, '')
  ) as text
from figure
left join sentence on sentence.sentence = case when value is null then 'not_known' else figure.sentence end
order by place
