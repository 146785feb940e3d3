import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright';
import { chromiumLaunch } from '../infra/chromium.ts';
import { root } from '../infra/paths.ts';
import { freePort } from '../infra/ports.ts';
import type { ReadyProduct } from '../infra/product/product.ts';
import { makeDatabaseFolder } from '../infra/testing/temporary-folder.ts';

export interface RunningProduct extends ReadyProduct {
  dataFolder: string;
  /** A page of its own browser context (cookies, language, colour scheme), Chinese unless told otherwise. */
  newPage(options?: BrowserContextOptions): Promise<Page>;
  /** What the product has printed so far. */
  output(): string;
  /** Stops the product and the browser and removes the data. */
  stop(): Promise<void>;
}

/** Starts the whole product, as `npm start` does, on a free port and with data of its own in a temporary folder. */
export async function startProduct(
  options: { args?: string[]; env?: Record<string, string> } = {},
): Promise<RunningProduct> {
  const dataFolder = makeDatabaseFolder('e2e');
  const port = options.env?.PORT ?? String(await freePort());
  const child = fork(path.join(root, 'infra/run.ts'), options.args ?? [], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', ...options.env, PORT: port, DATA_DIR: dataFolder },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const output = collectOutput(child);
  const ready = await untilReady(child, output);
  const browser = await chromium.launch(chromiumLaunch());
  return {
    ...ready,
    dataFolder,
    output,
    newPage: (context) => newPage(browser, ready.url, context),
    async stop() {
      await browser.close();
      const ended = child.exitCode === null ? once(child, 'exit') : undefined;
      child.kill('SIGTERM');
      await ended;
      fs.rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

async function untilReady(child: ChildProcess, output: () => string): Promise<ReadyProduct> {
  const died = once(child, 'exit').then(() => {
    throw new Error(`the product did not start:\n${output()}`);
  });
  died.catch(() => {});
  const [message] = await Promise.race([once(child, 'message'), died]);
  return message as ReadyProduct;
}

function collectOutput(child: ChildProcess): () => string {
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  return () => output;
}

async function newPage(browser: Browser, baseURL: string, options?: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext({ baseURL, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', ...options });
  return context.newPage();
}
