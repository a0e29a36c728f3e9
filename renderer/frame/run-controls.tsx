import { Button, Popover, Stack, TextInput, Tooltip } from '@mantine/core';
import { Play, SlidersHorizontal, TriangleAlert } from 'lucide-react';
import type { ParamInfo } from '../../electron/contract/workspaces.ts';
import { useWorkspace } from '../api/workspace.tsx';
import { warnedOf } from '../components/cautions/warned-of.ts';
import { ParamField } from '../components/param-field.tsx';
import styles from './frame.module.css';
import { MissingSources } from './missing-sources.tsx';
import { useRunSettings } from './run-settings.tsx';
import { useRun } from './use-run.tsx';

/** The as-of date, the parameters and the button that runs the recipe. */
export function RunControls() {
  const { recipe } = useWorkspace();
  const { asOf, params, setAsOf } = useRunSettings();
  const { run, running, blockers } = useRun();
  const [said = 'Runs the recipe over the files and corrections'] = [
    ...blockers,
    ...warnedOf(recipe.params, params),
  ];
  return (
    <div className={styles.run}>
      <div className={styles.asOf}>
        <label htmlFor="as-of">As of</label>
        <TextInput
          id="as-of"
          type="date"
          value={asOf}
          max="9999-12-31"
          onChange={(event) => setAsOf(event.currentTarget.value)}
        />
      </div>
      <MissingSources />
      <Parameters />
      <Tooltip label={said} multiline maw="24rem">
        <Button
          variant="filled"
          leftSection={<Play size={14} aria-hidden />}
          // Not `disabled`: why it cannot be pressed is said on hover and focus.
          aria-disabled={blockers.length > 0}
          {...(blockers.length > 0 ? { 'data-disabled': true } : {})}
          loading={running}
          onClick={run}
        >
          Run
        </Button>
      </Tooltip>
    </div>
  );
}

function Parameters() {
  const { recipe } = useWorkspace();
  const { params } = useRunSettings();
  if (recipe.params.length === 0) return null;
  const changed = Object.keys(params).length;
  const isWarned = warnedOf(recipe.params, params).length > 0;
  return (
    <Popover position="bottom-end" shadow="md" width="20rem" trapFocus returnFocus>
      <Popover.Target>
        <Button
          leftSection={
            isWarned ? (
              <TriangleAlert size={14} aria-hidden className={styles.warn} />
            ) : (
              <SlidersHorizontal size={14} aria-hidden />
            )
          }
        >
          {changed === 0 ? 'Parameters' : `Parameters: ${changed} changed`}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="sm">
          {recipe.params.map((param) => (
            <Parameter key={param.name} param={param} />
          ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

function Parameter({ param }: { readonly param: ParamInfo }) {
  const { params, setParam } = useRunSettings();
  const value = params[param.name] ?? param.default ?? '';
  const set = (text: string) => setParam(param.name, text === param.default || text === '' ? null : text);
  const about = [param.description, param.default === null ? '' : `By default ${param.default}.`]
    .join(' ')
    .trim();
  return <ParamField param={param} value={value} description={about} onChange={set} />;
}
