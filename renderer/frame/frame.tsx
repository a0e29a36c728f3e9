import { spotlight } from '@mantine/spotlight';
import { Suspense, useState } from 'react';
import { useSave } from '../api/use-save.ts';
import { useWorkspace } from '../api/workspace.tsx';
import { Loading } from '../components/loading.tsx';
import { LookupDialog } from '../components/lookups/lookup-dialog.tsx';
import { RecipeCopyNotice } from '../components/lookups/recipe-copy-notice.tsx';
import { useEditedLookup } from '../components/lookups/use-edited-lookup.ts';
import type { Step } from '../router/route.ts';
import { go } from '../router/use-route.ts';
import { CautionNotice } from './caution-notice.tsx';
import { type Command, focusSearch, useCommands } from './commands.ts';
import { DropZone } from './drop-zone.tsx';
import styles from './frame.module.css';
import { HelpSheet } from './help-sheet.tsx';
import { JobBar } from './job-bar.tsx';
import { Palette } from './palette.tsx';
import { RunControls } from './run-controls.tsx';
import { OutdatedNotice, RunSummaryLine } from './run-notice.tsx';
import { SCREENS } from './screens.ts';
import { STEP_NAMES, Steps } from './steps.tsx';
import { useAddFiles } from './use-add-files.ts';
import { useOpenWorkspace } from './use-open-workspace.ts';
import { useOpenedFiles } from './use-opened-files.ts';
import { useRun } from './use-run.tsx';
import { useUndo } from './use-undo.ts';
import { WorkspaceMenu } from './workspace-menu.tsx';

/** The frame of a workspace's window, around the screen of one step. */
export function Frame({ step }: { readonly step: Step }) {
  const { workspace, name, recipe } = useWorkspace();
  const { addFiles, addHandles, chooseFiles } = useAddFiles();
  const { openFile, choose } = useOpenWorkspace();
  const { run } = useRun();
  const { undo, redo } = useUndo();
  const [, editLookup] = useEditedLookup();
  const [help, setHelp] = useState(false);
  const { save } = useSave(
    (api, id, target) => api.workspaces.saveCopy({ workspace: id, target }),
    () => 'A copy of the workspace is saved.',
  );
  const goTo = (to: Step, query = {}) => go({ kind: 'workspace', workspace, step: to, query });

  const onCommand = (command: Command): boolean => {
    switch (command) {
      case 'new':
      case 'home':
        go({ kind: 'home' });
        return true;
      case 'open':
        choose();
        return true;
      case 'save-copy':
        save(`${name} copy.muster`);
        return true;
      case 'export':
        goTo('audience', { export: '1' });
        return true;
      case 'publish':
        goTo('audience', { publish: 'publish' });
        return true;
      case 'run':
        run();
        return true;
      case 'undo':
        undo();
        return true;
      case 'redo':
        redo();
        return true;
      case 'find':
        return focusSearch();
      case 'palette':
        spotlight.open();
        return true;
      case 'add-files':
        chooseFiles();
        return true;
      case 'help':
        setHelp(true);
        return true;
      case 'step:audit':
        if (recipe.audits) goTo('audit');
        return recipe.audits;
      default:
        if (command.startsWith('lookup:')) editLookup(command.slice('lookup:'.length));
        else goTo(command.slice('step:'.length) as Step);
        return true;
    }
  };
  useCommands(onCommand);
  useOpenedFiles(openFile, addHandles);

  const ShownScreen = SCREENS[step];
  return (
    <div className={styles.frame}>
      <button type="button" className={styles.skip} onClick={skip}>
        Skip to {STEP_NAMES[step].name}
      </button>
      <div className={styles.side}>
        <WorkspaceMenu onCommand={onCommand} />
        <Steps current={step} />
      </div>
      <div className={styles.main}>
        <header className={styles.header}>
          <RunSummaryLine />
          <RunControls />
        </header>
        <CautionNotice />
        <OutdatedNotice />
        <RecipeCopyNotice />
        <main id="screen" tabIndex={-1} className={styles.screen}>
          <Suspense
            fallback={
              <div className={styles.wait}>
                <Loading />
              </div>
            }
          >
            <ShownScreen key={step} />
          </Suspense>
        </main>
        <JobBar step={step} />
      </div>
      <DropZone
        words={
          step === 'audit'
            ? 'Drop the extracts and trace files: they are added to the audit.'
            : 'Drop the files: Muster tells which source each is of.'
        }
        onFiles={addFiles}
      />
      <Palette onCommand={onCommand} />
      <LookupDialog />
      <HelpSheet opened={help} onClose={() => setHelp(false)} />
    </div>
  );
}

/** The address is the router's, so this is no link: it moves the focus only. */
function skip(): void {
  document.getElementById('screen')?.focus();
}
