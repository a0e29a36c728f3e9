import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Download, Page } from 'playwright';
import { expect, test } from 'vitest';
import { tempFolder } from '../support/temp-folder.ts';
import { lines } from '../support/write-files.ts';
import {
  auditFile,
  auditLink,
  beginAudit,
  finding,
  flowStage,
  makeAudit,
  seeResult,
  stageNames,
} from './pages/audit.ts';
import { dropFiles } from './pages/files.ts';
import { dialog, goTo, seeTold, stepLink } from './pages/frame.ts';
import { rows } from './pages/grid.ts';
import { pressAt, tabTo } from './pages/keyboard.ts';
import { violations } from './support/axe.ts';
import { openApp } from './support/open-app.ts';
import { see } from './support/see.ts';

/** Clients 3 and 4 vanish, both from Switzerland; 5 is traced, 6 only in the other trace. */
const PIPELINE = {
  '1_start.csv': lines('client_id,country', '1,AT', '2,AT', '3,CH', '4,CH', '5,AT', '6,AT'),
  '2_rules.csv': lines('client_id,country', '1,AT', '2,AT', '5,AT', '6,AT'),
  '3_end.csv': lines('Client ID;country', '1;AT', '2;AT'),
  'trace.csv': lines('client_id,stage,reason', '5,end,blocked'),
  'other_trace.csv': lines('client_id,reason', '6,blocked elsewhere'),
};

/** The same pipeline without a fault. */
const SOUND = {
  ...PIPELINE,
  '2_rules.csv': PIPELINE['1_start.csv'],
  'trace.csv': lines('client_id,reason', '3,a', '4,a', '5,blocked', '6,b'),
  'other_trace.csv': lines('client_id,reason', '9,nobody'),
};

const VANISHED = 'Records vanished without a trace';

/** The text of what a button has the browser download. */
async function downloaded(page: Page, button: string): Promise<readonly [name: string, text: string]> {
  const coming: Promise<Download> = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  const download = await coming;
  const path = join(tempFolder(), download.suggestedFilename());
  await download.saveAs(path);
  return [download.suggestedFilename(), readFileSync(path, 'utf8')];
}

test('dropped extracts and traces are audited, and every figure and finding opens its records', async () => {
  const { page } = await openApp();
  await beginAudit(page);
  const missing = await stepLink(page, 'Files').textContent();
  await dropFiles(page, PIPELINE);
  await see(auditFile(page, '3_end.csv')).toBeVisible();
  expect(await stageNames(page)).toEqual(['start', 'rules', 'end']);
  await see(page.getByRole('combobox', { name: 'Role of trace.csv' })).toHaveValue('trace');
  await see(page.getByRole('combobox', { name: 'Role of other_trace.csv' })).toHaveValue('other trace');
  await see(page.getByRole('radio', { name: 'client_id', exact: true })).toBeChecked();
  await auditFile(page, '3_end.csv')
    .getByRole('button', { name: /^First records/ })
    .click();
  await see(page.getByRole('region', { name: 'Records of 3_end.csv' })).toContainText('Client ID');
  await makeAudit(page, 'March');

  const main = page.getByRole('main');
  await see(main.getByRole('status').first()).toContainText('Does not balance');
  await see(main).toContainText('6 keys entered: 2 in the last extract, 1 in the trace files.');
  await see(main).toContainText('2 keys are neither in the last extract nor in any trace file.');
  const end = flowStage(page, 'end');
  await see(end).toContainText('2 continuing');
  await see(end).toContainText('−1 filtered');
  await see(end).toContainText('−1 unreported');

  await flowStage(page, 'rules').getByRole('button', { name: 'missing' }).click();
  const behind = dialog(page, 'rules: missing');
  await see(rows(behind.getByRole('grid'))).toHaveCount(2);
  await see(behind).toContainText('CH');
  await page.keyboard.press('Escape');

  await see(finding(page, VANISHED, 'rules')).toContainText('country');
  await finding(page, VANISHED, 'rules')
    .getByRole('button', { name: /^Open records/ })
    .click();
  await see(rows(dialog(page, `${VANISHED}: rules`).getByRole('grid'))).toHaveCount(2);
  await page.keyboard.press('Escape');
  const titles = await page.getByRole('article').getByRole('heading', { level: 3 }).allTextContents();
  expect(titles).toEqual([VANISHED, 'Filtered, but not in the main trace files']);

  const [name, csv] = await downloaded(page, 'Export findings…');
  expect(name).toBe('findings.csv');
  expect(csv).toBe(
    lines(
      'kind,stage,client_id,detail',
      'silent_drop,rules,3,country=CH',
      'silent_drop,rules,4,country=CH',
      'unreported,end,6,blocked elsewhere',
    ),
  );
  const [, report] = await downloaded(page, 'Export report…');
  expect(JSON.parse(report)).toMatchObject({ outcome: { entered: 6, missing: 2, balanced: false } });
  expect(await stepLink(page, 'Files').textContent()).toBe(missing);
});

test('files get their roles, their order and their names by the keyboard, and what is missing is said', async () => {
  const { page } = await openApp();
  await beginAudit(page);
  await dropFiles(page, { ...PIPELINE, 'empty.csv': '' });
  const left = page.getByRole('region', { name: 'Left out of the audit' });
  await see(left).toContainText('empty');
  await left.getByRole('button', { name: 'Remove empty.csv' }).click();
  await see(left).toHaveCount(0);

  const stage = page.getByRole('textbox', { name: 'Stage of 3_end.csv' });
  await tabTo(page, stage);
  await page.keyboard.press('Alt+ArrowUp');
  expect(await stageNames(page)).toEqual(['start', 'end', 'rules']);
  await see(stage).toBeFocused();
  await see(page.getByText('3_end.csv is now 2 of 3.')).toBeAttached();
  await page.getByRole('button', { name: 'Move 3_end.csv down' }).click();
  expect(await stageNames(page)).toEqual(['start', 'rules', 'end']);

  await stage.fill('rules');
  await page.getByRole('checkbox', { name: 'client_id', exact: true }).uncheck();
  await page.getByRole('button', { name: 'Audit', exact: true }).click();
  const problems = page.getByRole('alert').filter({ hasText: 'Two stages are named rules.' });
  await see(problems).toContainText('No key columns are chosen.');
  await stage.fill('end');
  await page.getByRole('radio', { name: 'client_id', exact: true }).check();
  await see(problems).toHaveCount(0);

  await page.getByRole('combobox', { name: 'Role of other_trace.csv' }).selectOption('trace');
  await page.reload();
  await see(stage).toHaveValue('end');
  await see(page.getByRole('combobox', { name: 'Role of other_trace.csv' })).toHaveValue('trace');
  await auditFile(page, '1_start.csv')
    .getByRole('button', { name: /^First records/ })
    .click();
  await see(page.getByRole('region', { name: 'Records of 1_start.csv' })).toContainText('CH');
  await dropFiles(page, { '3_end.csv': lines('client_id', '1', '2', '5') });
  await goTo(page, 'Files');
  await auditLink(page).click();
  await see(auditFile(page, '3_end.csv')).toContainText('1 column');
  await makeAudit(page, 'April');
  await see(finding(page, 'Delivered and filtered at once', 'end')).toBeVisible();
  await see(flowStage(page, 'end')).toContainText('−1 filtered');
});

test('a pipeline without a fault balances, and says so', async () => {
  const { page } = await openApp();
  await beginAudit(page);
  await dropFiles(page, SOUND);
  await makeAudit(page, 'Sound');
  const main = page.getByRole('main');
  await see(main).toContainText('6 keys entered = 2 targets + 4 filtered with a reason.');
  await see(main).toContainText('Nothing was found');
});

test('audits are listed, renamed, removed and compared', async () => {
  const { page } = await openApp();
  await beginAudit(page);
  await dropFiles(page, PIPELINE);
  await makeAudit(page, 'S1');
  await page.getByRole('link', { name: 'Audit again with other files' }).click();
  await see(auditFile(page, '1_start.csv')).toBeVisible();
  await makeAudit(page, 'S2');
  await page.getByRole('link', { name: 'Audit again with other files' }).click();
  await dropFiles(page, SOUND);
  await see(auditFile(page, '2_rules.csv')).toContainText('48 bytes');
  await makeAudit(page, 'S3');

  await page.getByRole('link', { name: 'All audits' }).click();
  await page.getByRole('button', { name: 'Rename S2' }).click();
  await dialog(page, 'Rename S2').getByRole('textbox', { name: 'Name' }).fill('Second');
  await dialog(page, 'Rename S2').getByRole('button', { name: 'Rename' }).click();
  await see(page.getByRole('row', { name: /^Second/ })).toContainText('Not balanced');

  await page.getByRole('link', { name: 'Compare' }).click();
  const table = page.getByRole('region', { name: 'Missing, stage by stage' });
  await see(table.getByRole('row', { name: /^rules/ })).toContainText('In 2 of 3');
  await see(table.getByRole('row', { name: /^rules/ })).toContainText('▼ fewer than others');
  await page.getByText('Unreported', { exact: true }).click();
  const other = page.getByRole('region', { name: 'Unreported, stage by stage' });
  await other.getByRole('button', { name: 'Second, end: unreported: 1. Open them' }).click();
  await see(rows(dialog(page, 'Second, end: unreported').getByRole('grid'))).toHaveCount(1);
  await page.keyboard.press('Escape');
  await page.getByRole('checkbox', { name: 'S3' }).uncheck();
  await see(other.getByRole('row', { name: /^end/ })).toContainText('In all 2');
  await see(page.getByRole('row', { name: new RegExp(`^${VANISHED}`) })).toContainText('In all 2');

  await page.getByRole('link', { name: 'All audits' }).click();
  await page.getByRole('button', { name: 'Remove S1' }).click();
  await dialog(page, 'Remove S1?').getByRole('button', { name: 'Remove the audit' }).click();
  await seeTold(page, 'The audit is removed.');
  await see(page.getByRole('link', { name: 'S1', exact: true })).toHaveCount(0);
  await page.getByRole('link', { name: 'S3', exact: true }).click();
  await seeResult(page, 'S3');
});

test('the keyboard alone gets from the first screen to the records behind a finding of the sample', async () => {
  const { page } = await openApp();
  await pressAt(page, page.getByRole('button', { name: /^Audit a pipeline/ }));
  await pressAt(page, page.getByRole('button', { name: 'Try it with a sample' }));
  await see(auditFile(page, '5_targets.csv')).toBeVisible();
  expect(await stageNames(page)).toHaveLength(5);
  await pressAt(page, page.getByRole('button', { name: 'Audit', exact: true }));
  await seeResult(page, 'Sample pipeline');
  await pressAt(page, page.getByRole('button', { name: /^Open records: A join multiplied rows/ }).first());
  const drawer = dialog(page, /^A join multiplied rows/);
  await see(rows(drawer.getByRole('grid')).first()).toBeVisible();
});

test('every state of the audit is accessible in light and dark', async () => {
  const { page } = await openApp();
  const found: string[] = [];
  const look = async (where: string) => {
    found.push(...(await violations(page, where)));
  };
  await beginAudit(page);
  await look('Audit, empty');
  await page.getByRole('button', { name: 'Try it with a sample' }).click();
  await auditFile(page, '3_offers.csv')
    .getByRole('button', { name: /^First records/ })
    .click();
  await look('Audit, setup');
  await page.getByRole('textbox', { name: 'Stage of 3_offers.csv' }).fill('exclusions');
  await page.getByRole('button', { name: 'Audit', exact: true }).click();
  await look('Audit, problems');
  await page.getByRole('textbox', { name: 'Stage of 3_offers.csv' }).fill('offers');
  await makeAudit(page, 'One');
  await look('Audit, result');
  await page
    .getByRole('button', { name: /^Open records/ })
    .first()
    .click();
  await see(rows(page.getByRole('dialog').getByRole('grid')).first()).toBeVisible();
  await look('Audit, records');
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'Audit again with other files' }).click();
  await makeAudit(page, 'Two');
  await page.getByRole('link', { name: 'All audits' }).click();
  await see(page.getByRole('link', { name: 'Two', exact: true })).toBeVisible();
  await look('Audit, list');
  await page.getByRole('button', { name: 'Remove One' }).click();
  await look('Audit, remove');
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'Compare' }).click();
  await see(page.getByRole('heading', { level: 2, name: 'Findings by kind' })).toBeVisible();
  await look('Audit, compare');
  expect(found).toEqual([]);
});

test('an audit that is not there says so and leaves a way on', async () => {
  const { page } = await openApp();
  await beginAudit(page);
  await page.evaluate(() => {
    location.hash = location.hash.replace(/audit.*$/, 'audit?audit=99');
  });
  await see(page.getByRole('alert')).toContainText('99');
  await page.getByRole('link', { name: 'All audits' }).click();
  await see(page.getByRole('button', { name: 'Try it with a sample' })).toBeVisible();
});
