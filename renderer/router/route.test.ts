import { expect, test } from 'vitest';
import { type Route, readRoute, writeRoute } from './route.ts';

test('an address leads to where it was written from, whatever stands in the path and the query', () => {
  const route: Route = {
    kind: 'workspace',
    workspace: '/home/ä b/50% #1?.muster',
    step: 'quarantine',
    query: { text: '=a&b=c #', column: '*' },
  };
  expect(readRoute(writeRoute(route))).toEqual(route);
});

test('a workspace without a step opens with its files', () => {
  expect(readRoute('#/w/a.muster')).toMatchObject({ workspace: 'a.muster', step: 'files' });
  expect(readRoute('#/w/a.muster/nowhere')).toMatchObject({ step: 'files' });
});

test('the audit has an address of its own beside the steps', () => {
  expect(readRoute('#/w/a.muster/audit?audit=2')).toMatchObject({ step: 'audit', query: { audit: '2' } });
});

test('what is no address is the first screen', () => {
  for (const hash of ['', '#', '#/', '#/x/y', '#key=abc']) expect(readRoute(hash)).toEqual({ kind: 'home' });
});

test('a path that is badly encoded is taken as it stands', () => {
  expect(readRoute('#/w/50%/files')).toMatchObject({ workspace: '50%' });
});
