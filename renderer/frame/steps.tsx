import {
  ChartColumn,
  DatabaseZap,
  FileStack,
  Filter,
  Fingerprint,
  History,
  type LucideIcon,
  ScanSearch,
  ShieldAlert,
  TriangleAlert,
  Users,
} from 'lucide-react';
import type { Overview } from '../../electron/contract/workspaces.ts';
import { useWorkspace } from '../api/workspace.tsx';
import { formatCount } from '../format/numbers.ts';
import { BESIDE, STEPS, type Step } from '../router/route.ts';
import { useStepLink } from '../router/use-route.ts';
import styles from './steps.module.css';

/** The steps' names on screen and their signs. */
export const STEP_NAMES: Readonly<Record<Step, { readonly name: string; readonly Icon: LucideIcon }>> = {
  files: { name: 'Files', Icon: FileStack },
  quarantine: { name: 'Quarantine', Icon: ShieldAlert },
  funnel: { name: 'Funnel', Icon: Filter },
  audience: { name: 'Audience', Icon: Users },
  trace: { name: 'Trace', Icon: Fingerprint },
  insights: { name: 'Insights', Icon: ChartColumn },
  runs: { name: 'Runs', Icon: History },
  queries: { name: 'Queries', Icon: DatabaseZap },
  audit: { name: 'Audit', Icon: ScanSearch },
};

/** The steps of the workspace, each with its figure, and below them what its recipe has beside them. */
export function Steps({ current }: { readonly current: Step }) {
  const overview = useWorkspace();
  return (
    <>
      <nav aria-label="Steps" className={styles.steps}>
        {STEPS.map((step) => (
          <StepLink key={step} step={step} current={current} />
        ))}
      </nav>
      {overview.recipe.audits ? (
        <nav aria-label="More" className={styles.beside}>
          {BESIDE.map((step) => (
            <StepLink key={step} step={step} current={current} />
          ))}
        </nav>
      ) : null}
    </>
  );
}

function StepLink({ step, current }: { readonly step: Step; readonly current: Step }) {
  const link = useStepLink();
  const figure = figureOf(step, useWorkspace());
  const { name, Icon } = STEP_NAMES[step];
  return (
    <a href={link(step)} className={styles.step} aria-current={step === current ? 'page' : undefined}>
      <Icon size={16} aria-hidden className={styles.icon} />
      <span className={styles.name}>{name}</span>
      {figure ? (
        <span className={styles.figure} data-warn={figure.warn || undefined} title={figure.about}>
          {figure.warn ? <TriangleAlert size={12} aria-hidden /> : null}
          {figure.text}
        </span>
      ) : null}
    </a>
  );
}

interface StepFigure {
  readonly text: string;
  readonly about: string;
  readonly warn?: boolean;
}

function figureOf(step: Step, { files, quarantine, run, runs }: Overview): StepFigure | null {
  const count = (figure: number, about: string): StepFigure => ({ text: formatCount(figure), about });
  switch (step) {
    case 'files':
      if (files.missing > 0)
        return { text: `${files.missing} missing`, about: 'Sources without a file', warn: true };
      if (files.waiting > 0)
        return { text: `${files.waiting} waiting`, about: 'Files that wait for you', warn: true };
      return count(files.loaded, 'Files that are loaded');
    case 'quarantine':
      return count(quarantine.open, 'Records in quarantine');
    case 'funnel':
      return run.kind === 'none' ? null : count(run.entered, 'Entered the funnel');
    case 'audience':
      return run.kind === 'none' ? null : count(run.delivered, 'In the audience');
    case 'runs':
      return count(runs, 'Runs');
    default:
      return null;
  }
}
