-- One row an active solution: its leads by the stage that dropped them, counted in the ledger, and its targets.
with traced as (
  -- Rules count from 0: the exclusions, the two of the offer, the four of the buffer.
  select
    population.solution_id,
    count(*) as entered,
    sum(ledger.rule = 0) as configurable_exclusions,
    sum(ledger.rule = 1) as offer_selection,
    sum(ledger.rule = 2) as offer_enrichment,
    sum(ledger.rule >= 3) as buffer_selection,
    count(ledger.rule) as traced
  from population
  left join ledger using (entity)
  group by population.solution_id
),
delivered as (
  select solution_id, count(*) as targets
  from campaign_targets
  group by solution_id
),
neither as (
  select solution_id, client_id
  from survivor
  except
  select solution_id, client_id
  from campaign_targets
),
beyond as (
  -- Targets that are traced as well, or are no leads.
  select solution_id, client_id
  from campaign_targets
  except
  select solution_id, client_id
  from survivor
),
unexplained as (
  select solution_id, count(*) as leads
  from (select solution_id from neither union all select solution_id from beyond) as difference
  group by solution_id
)
select
  solution.solution_id,
  solution.name,
  coalesce(traced.entered, 0) as entered,
  coalesce(traced.configurable_exclusions, 0) as configurable_exclusions,
  coalesce(traced.offer_selection, 0) as offer_selection,
  coalesce(traced.offer_enrichment, 0) as offer_enrichment,
  coalesce(traced.buffer_selection, 0) as buffer_selection,
  coalesce(delivered.targets, 0) as targets,
  coalesce(traced.traced, 0) as traced,
  coalesce(unexplained.leads, 0) as unexplained
from active_solution as solution
left join traced using (solution_id)
left join delivered using (solution_id)
left join unexplained using (solution_id)
order by solution.solution_id
