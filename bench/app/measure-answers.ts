import { goTo } from '../../e2e/app/pages/frame.ts';
import {
  clickFacets,
  closeDrawer,
  openFigures,
  openRecords,
  searchQuarantine,
  searchRecords,
  sortRecords,
  trace,
} from './answers.ts';
import type { Bench } from './bench.ts';
import { type Figure, figure } from './figures.ts';
import { openStep } from './first-paint.ts';
import { timeOf } from './time-of.ts';

const ANSWER = 300;
const SORT = 1000;
const TRACE = 100;

/** Texts of which other records have one; each is looked for once, so that no answer is remembered. */
const TEXTS = ['lodge', 'break', 'room', 'cruise', 'family', 'seattle'];
/** What keys of the generator's customers begin with. */
const FIRST_KEYS = 1001;

/** Figures opened, filtered, sorted and traced: milliseconds from the last click or key until it is painted. */
export async function measureAnswers({ browser, host, workspace, runs }: Bench): Promise<readonly Figure[]> {
  const page = await openStep(browser, host, workspace, 'funnel');
  const [opened, records, facets, searched] = [[], [], [], []] as [number[], number[], number[], number[]];
  const [searchedAll, sorted, told, traced] = [[], [], [], []] as [number[], number[], number[], number[]];
  for (let run = 0; run < runs; run++) {
    const text = TEXTS[run % TEXTS.length] ?? '';
    opened.push(...(await openFigures(page)));
    records.push(await openRecords(page));
    sorted.push(...(await sortRecords(page)));
    searchedAll.push(await searchRecords(page, text));
    await closeDrawer(page);
    facets.push(...(await clickFacets(page)));
    searched.push(await searchQuarantine(page, text));
    await goTo(page, 'Trace');
    // The first half is asked of the engine, the other on screen: no story is told twice.
    const found = await host.api.explain.find({ workspace, text: String(FIRST_KEYS + run), most: 6 });
    for (const [nth, { key }] of found.entries()) {
      if (nth < 3) told.push(await timeOf(() => host.api.explain.story({ workspace, key: [...key] })));
      else traced.push(await trace(page, key.join(', ')));
    }
  }
  await page.context().close();
  return [
    figure("open a funnel figure's records", opened, { bound: ANSWER }),
    figure('open the accepted records', records, { bound: ANSWER }),
    figure('filter the quarantine by a facet', facets, { bound: ANSWER }),
    figure('search the quarantine', searched, { bound: ANSWER }),
    figure('search the accepted records', searchedAll, { bound: ANSWER }),
    figure('sort the accepted records', sorted, { bound: SORT }),
    figure("trace a person: the engine's answer", told, { bound: TRACE }),
    figure('trace a person: until it is painted', traced, { bound: TRACE }),
  ];
}
