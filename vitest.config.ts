import os from 'node:os';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { chromiumLaunch } from './infra/chromium.ts';

const inRoot = (file: string) => path.join(import.meta.dirname, file);

export default defineConfig({
  test: {
    // Generous, for machines that are busy: a limit finds hanging tests, not slow ones.
    testTimeout: 60_000,
    // Every processor: of two, the default would use one.
    maxWorkers: os.availableParallelism(),
    projects: [
      {
        test: {
          name: 'unit',
          include: ['packages/*/src/**/*.test.ts', 'apps/admin/src/**/*.test.ts'],
        },
      },
      {
        test: {
          name: 'infra',
          include: ['infra/**/*.test.ts', 'bench/**/*.test.ts'],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'postgres',
          include: ['apps/api/src/**/*.test.ts'],
          globalSetup: ['infra/testing/postgres.ts'],
          testTimeout: 60_000,
        },
      },
      {
        root: 'apps/admin',
        plugins: [react()],
        test: {
          name: 'browser',
          include: ['src/**/*.browser.test.tsx'],
          globalSetup: [inRoot('infra/testing/browser.ts')],
          testTimeout: 60_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: chromiumLaunch() }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['e2e/**/*.e2e.test.ts'],
          globalSetup: ['infra/testing/browser.ts'],
          sequence: { groupOrder: 1 },
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // Each file starts a whole product; two cores carry one at a time.
          fileParallelism: false,
        },
      },
    ],
  },
});
