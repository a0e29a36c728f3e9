import { Button, Group } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { FilePlus2, FileUp, FolderOpen, FolderTree } from 'lucide-react';
import { useApi } from '../../api/connection.tsx';
import { queryClient } from '../../api/query-client.ts';
import { Answered } from '../../components/answered.tsx';
import { Loading } from '../../components/loading.tsx';
import { tellProblem } from '../../components/tell.tsx';
import { useCommands } from '../../frame/commands.ts';
import { DropZone } from '../../frame/drop-zone.tsx';
import { UploadBar } from '../../frame/job-bar.tsx';
import { useOpenWorkspace } from '../../frame/use-open-workspace.ts';
import { useOpenedFiles } from '../../frame/use-opened-files.ts';
import { host } from '../../host/choose-host.ts';
import styles from './home.module.css';
import { RecentList } from './recent-list.tsx';
import { RecipeCards } from './recipe-cards.tsx';
import { RecipeDialog } from './recipe-dialog.tsx';
import { useFindRecipe } from './use-find-recipe.ts';

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
  const finding = useFindRecipe(workspaces);
  useCommands((command) => {
    if (command !== 'open') return false;
    workspaces.choose();
    return true;
  });
  useOpenedFiles(workspaces.openFile, finding.take);
  const busy = workspaces.busy || finding.busy;
  return (
    <>
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
                  <div className={styles.headingLine}>
                    <h2 id="recipes" className={styles.heading}>
                      Begin with a recipe
                    </h2>
                    <p className={styles.hint}>Or drop your files here, and Muster finds their recipe.</p>
                    <Button
                      leftSection={<FilePlus2 size={14} aria-hidden />}
                      disabled={busy}
                      onClick={finding.choose}
                    >
                      Choose files…
                    </Button>
                  </div>
                  <RecipeCards
                    recipes={home.recipes}
                    busy={busy}
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
          words="Drop files to find their recipe, or a .muster file to open it."
          onFiles={finding.drop}
        />
        <RecipeDialog found={finding.found} onChoose={finding.begin} onClose={finding.dismiss} />
      </main>
      <UploadBar />
    </>
  );
}
