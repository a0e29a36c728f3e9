import { Button, Group } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { FileUp, FolderOpen, FolderTree } from 'lucide-react';
import { useApi } from '../../api/connection.tsx';
import { Problem } from '../../api/problem.ts';
import { queryClient } from '../../api/query-client.ts';
import { Answered } from '../../components/answered.tsx';
import { Loading } from '../../components/loading.tsx';
import { tellProblem } from '../../components/tell.tsx';
import { useCommands } from '../../frame/commands.ts';
import { DropZone } from '../../frame/drop-zone.tsx';
import { noteUpload } from '../../frame/uploads.ts';
import { useOpenWorkspace } from '../../frame/use-open-workspace.ts';
import { useOpenedFiles } from '../../frame/use-opened-files.ts';
import { host } from '../../host/choose-host.ts';
import styles from './home.module.css';
import { RecentList } from './recent-list.tsx';
import { RecipeCards } from './recipe-cards.tsx';

const NO_WORKSPACE = new Problem(
  'These files are no workspaces.',
  'Begin with a recipe first; then drop the files into its window.',
);

/** The first screen: what Muster does, its recipes, and the workspaces that were opened. */
export function HomeScreen() {
  const api = useApi();
  const query = useQuery({
    queryKey: ['home'],
    queryFn: () => api.workspaces.home(),
    refetchOnMount: 'always',
  });
  const workspaces = useOpenWorkspace();
  const forget = useMutation({
    mutationFn: (path: string) => api.workspaces.forget({ path }),
    onSuccess: (home) => queryClient.setQueryData(['home'], home),
    onError: tellProblem,
  });
  useCommands((command) => {
    if (command !== 'open') return false;
    workspaces.choose();
    return true;
  });
  useOpenedFiles(workspaces.openFile, () => tellProblem(NO_WORKSPACE));
  const drop = async (files: readonly File[]) => {
    const workspace = files.find(({ name }) => name.toLowerCase().endsWith('.muster'));
    if (!workspace) {
      tellProblem(NO_WORKSPACE);
      return;
    }
    const [handle] = await host.handlesOf([workspace], noteUpload);
    if (handle) workspaces.openFile(handle);
  };
  return (
    <main className={styles.home}>
      <div className={styles.page}>
        <header className={styles.header}>
          <h1 className={styles.name}>Muster</h1>
          <p className={styles.sentence}>
            Turns the files that you inherit into a list of people who may be contacted, and accounts for
            every record on the way.
          </p>
          <p className={styles.quiet}>Everything stays on this machine.</p>
        </header>
        <Answered query={query} loading={<Loading lines={6} />}>
          {(home) => (
            <>
              <section aria-labelledby="recipes">
                <h2 id="recipes" className={styles.heading}>
                  Begin with a recipe
                </h2>
                <RecipeCards
                  recipes={home.recipes}
                  busy={workspaces.busy}
                  onNew={workspaces.create}
                  onSample={workspaces.createSample}
                  onAudit={workspaces.createAudit}
                />
              </section>
              <section aria-labelledby="recents">
                <div className={styles.headingLine}>
                  <h2 id="recents" className={styles.heading}>
                    Open a workspace
                  </h2>
                  <Group gap="xs">
                    {host.chooseRecipeFolder ? (
                      <Button
                        leftSection={<FolderTree size={14} aria-hidden />}
                        onClick={workspaces.createFromFolder}
                      >
                        New from a recipe folder…
                      </Button>
                    ) : null}
                    <Button leftSection={<FolderOpen size={14} aria-hidden />} onClick={workspaces.choose}>
                      Open…
                    </Button>
                  </Group>
                </div>
                <RecentList recents={home.recents} onOpen={workspaces.open} onForget={forget.mutate} />
                <p className={styles.quiet}>
                  <FileUp size={14} aria-hidden /> A workspace is one .muster file; new ones are made in{' '}
                  {home.folder}.
                </p>
              </section>
            </>
          )}
        </Answered>
      </div>
      <DropZone
        words="Drop a .muster file to open it."
        onFiles={(files) => {
          drop(files).catch(tellProblem);
        }}
      />
    </main>
  );
}
