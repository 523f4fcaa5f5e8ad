import '@fontsource-variable/inter';
import '@fontsource-variable/source-serif-4';
import '@fontsource-variable/atkinson-hyperlegible-next';
import './styles/global.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { followChanges } from './client/changed.ts';
import { queryClient } from './client/queries.ts';
import { startAnalysisAnew } from './features/analysis/analysis-state.ts';
import { arrangePanes } from './state/arrange-panes.ts';
import { useNavigation } from './state/navigation.ts';
import { refuseLongPastes } from './ui/long-paste.ts';

arrangePanes();
followChanges(() => {
  useNavigation.getState().settle({ area: 'library' });
  startAnalysisAnew();
});
refuseLongPastes();

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no root');
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <App />
    </QueryClientProvider>
  </StrictMode>,
);
