import '../ui/base.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, RouterProvider } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { startTexts } from '../i18n/index.ts';
import { createAppRouter } from '../router.tsx';
import { chooseOrganisation, sessionOf, SessionContext, sessionQuery } from '../session.tsx';
import { applyTheme } from '../theme-mode.ts';
import { queryClient } from '../trpc.ts';
import { Look } from '../ui/look.tsx';

async function frame(content: ReactNode, organisation?: string) {
  localStorage.clear();
  sessionStorage.clear();
  if (organisation !== undefined) chooseOrganisation(organisation);
  await page.viewport(1280, 900);
  applyTheme();
  await startTexts();
  return render(
    <QueryClientProvider client={queryClient}>
      <Look>{content}</Look>
    </QueryClientProvider>,
  );
}

/** A component in our look, in Chinese, as the signed-in user of `serve`. */
export async function showPart(content: ReactNode) {
  queryClient.clear();
  const session = sessionOf(await queryClient.fetchQuery(sessionQuery()));
  return frame(<SessionContext value={session}>{content}</SessionContext>);
}

/** The whole app at an address of it, for the organisation chosen in this tab. */
export async function showAt(address: string, organisation?: string) {
  queryClient.clear();
  const router = createAppRouter(createMemoryHistory({ initialEntries: [address] }));
  const screen = await frame(<RouterProvider router={router} />, organisation);
  return { screen, address: () => router.history.location.href, back: () => router.history.back() };
}
