import { Loader, VisuallyHidden } from '@mantine/core';
import { lazy, Suspense, useEffect } from 'react';
import { useLine } from '../api/connection.tsx';
import { Problem } from '../api/problem.ts';
import { ErrorNote } from '../components/error-note.tsx';
import { host } from '../host/choose-host.ts';
import { useRoute } from '../router/use-route.ts';
import styles from './frame.module.css';
import { LineBanner } from './line-banner.tsx';
import { WorkspaceWindow } from './workspace-window.tsx';

const Home = lazy(async () => ({ default: (await import('../screens/home/home-screen.tsx')).HomeScreen }));

/** What the window shows: the first screen or a workspace, once there is a line to the engine. */
export function Window() {
  const line = useLine();
  const route = useRoute();
  const isHome = route.kind === 'home';
  useEffect(() => {
    if (isHome) host.showDocument(null);
  }, [isHome]);
  if (line.kind === 'connecting') return <Splash />;
  if (!line.api) {
    return (
      <main className={styles.splash}>
        <VisuallyHidden component="h1">Muster</VisuallyHidden>
        <ErrorNote
          error={
            new Problem(
              line.kind === 'broken' ? line.message : 'Muster has ended.',
              host.kind === 'browser'
                ? 'Open the whole address that Muster printed when it started; it holds a key that is made for each start.'
                : 'It tries again by itself. If it stays, close the window and open Muster anew.',
            )
          }
        />
      </main>
    );
  }
  return (
    <div className={styles.window}>
      <LineBanner />
      {isHome ? (
        <Suspense fallback={<Splash />}>
          <Home />
        </Suspense>
      ) : (
        <WorkspaceWindow key={route.workspace} route={route} />
      )}
    </div>
  );
}

/** While nothing is there yet. */
export function Splash() {
  return (
    <div className={styles.splash} role="status" aria-label="Muster is starting">
      <Loader />
    </div>
  );
}
