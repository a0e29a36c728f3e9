import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { ConnectionProvider } from './api/connection.tsx';
import { queryClient } from './api/query-client.ts';
import { Window } from './frame/window.tsx';
import { styleNonce } from './style-nonce.ts';
import { cssVariables, theme } from './theme.ts';

/** The whole app. */
export function App() {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      getStyleNonce={styleNonce}
    >
      <QueryClientProvider client={queryClient}>
        <ConnectionProvider>
          <Window />
        </ConnectionProvider>
      </QueryClientProvider>
      <Notifications position="bottom-left" limit={4} containerWidth="24rem" />
    </MantineProvider>
  );
}
