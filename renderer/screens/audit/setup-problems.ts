import type { AuditSetup } from '../../../electron/contract/audits.ts';
import { type Draft, filesOf } from './draft.ts';
import { foldHeader, keyedFiles } from './key-columns.ts';

/** What stands in the way of an audit, and what to do about it. */
export interface SetupProblem {
  readonly message: string;
  readonly nextStep: string;
}

/** The audit as it would be made; `name`, `key` and `asOf` are those that hold now. */
export function setupOf(
  draft: Draft,
  chosen: { readonly name: string; readonly key: readonly string[]; readonly asOf: string },
): AuditSetup {
  const handles = (role: 'trace' | 'other trace' | 'reference') =>
    filesOf(draft, role).map(({ file }) => file);
  return {
    name: chosen.name.trim(),
    key: [...chosen.key],
    stages: filesOf(draft, 'stage').map(({ stage, file }) => ({ name: stage.trim(), file })),
    traces: handles('trace'),
    otherTraces: handles('other trace'),
    references: handles('reference'),
    asOf: chosen.asOf,
  };
}

/** All that stands in the way of an audit; none: it can be made. */
export function setupProblems(draft: Draft, setup: AuditSetup): readonly SetupProblem[] {
  return [
    ...stageProblems(setup),
    ...keyProblems(draft, setup.key),
    ...(setup.references.length > 0 && !/^\d{4}-\d\d-\d\d$/.test(setup.asOf)
      ? [{ message: 'The day is missing on which the reference is looked at.', nextStep: 'Choose a day.' }]
      : []),
    ...(setup.name === ''
      ? [{ message: 'The audit has no name.', nextStep: 'Name it: the list of audits shows it.' }]
      : []),
  ];
}

function stageProblems({ stages }: AuditSetup): readonly SetupProblem[] {
  const problems: SetupProblem[] = [];
  if (stages.length < 2) {
    const message = stages.length === 0 ? 'There is no extract yet.' : 'There is one extract only.';
    const nextStep = 'An audit compares two at least: add files, or give a file the role Stage.';
    problems.push({ message, nextStep });
  }
  if (stages.some(({ name }) => name === ''))
    problems.push({ message: 'A stage has no name.', nextStep: 'Name each stage.' });
  for (const name of doubled(stages)) {
    const message = `Two stages are named ${name}.`;
    problems.push({ message, nextStep: 'Give one of them another name, or remove it.' });
  }
  return problems;
}

/** Names that stages share. */
export function doubled(stages: readonly { readonly name: string }[]): readonly string[] {
  const names = stages.map(({ name }) => name).filter((name) => name !== '');
  return [...new Set(names.filter((name, place) => names.indexOf(name) !== place))];
}

function keyProblems(draft: Draft, key: readonly string[]): readonly SetupProblem[] {
  if (key.length === 0) {
    const nextStep = 'Choose the columns that name a record in every extract and trace file.';
    return [{ message: 'No key columns are chosen.', nextStep }];
  }
  return keyedFiles(draft).flatMap(({ name, columns }) => {
    const names = new Set(columns.map(foldHeader));
    const absent = key.filter((column) => !names.has(foldHeader(column)));
    if (absent.length === 0) return [];
    const message = `${name} has no column ${absent.join(', ')}, which is part of the key.`;
    return [{ message, nextStep: 'Choose other key columns, give the file another role, or remove it.' }];
  });
}
