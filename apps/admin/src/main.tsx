import '@fontsource-variable/noto-sans-sc';
import './ui/base.css';
import './ui/print.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startTexts } from './i18n/index.ts';
import { takeOrganisationFromAddress } from './organisation-of-address.ts';
import { createAppRouter } from './router.tsx';
import { applyTheme } from './theme-mode.ts';
import { queryClient } from './trpc.ts';
import { loadAgainWhenReplaced } from './ui/load-again.ts';
import { Look } from './ui/look.tsx';
import { giveStylesTheNonce } from './ui/style-nonce.ts';

giveStylesTheNonce();
applyTheme();
loadAgainWhenReplaced();
takeOrganisationFromAddress();
await startTexts();
const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <Look>
        <RouterProvider router={createAppRouter()} />
      </Look>
    </QueryClientProvider>
  </StrictMode>,
);
