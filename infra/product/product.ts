import { setTimeout as sleep } from 'node:timers/promises';
import { issueSetupToken } from '../../apps/api/src/auth/setup-token.ts';
import { openDataFolder } from '../data-folder.ts';
import { Fault } from '../fault.ts';
import { requireFreePort } from '../ports.ts';
import { buildAdmin } from './admin-build.ts';
import { startCrew } from './crew.ts';
import { openDatabase, type ProductDatabase } from './database.ts';
import { productMembers } from './members.ts';
import type { ProductOptions } from './options.ts';
import type { Surroundings } from './until-stopped.ts';

/** What the launcher tells whoever started it, by message and in words, once the product answers. */
export interface ReadyProduct {
  url: string;
  /** One-time token for the first set-up; null once there is a user. */
  setupToken: string | null;
}

const readyLimit = 60_000;

/** Brings the product up in order: place, port, database and admin app, demo, processes. */
export async function startProduct(options: ProductOptions, around: Surroundings): Promise<ReadyProduct> {
  // The folder first: a predecessor that is still stopping holds the port as well.
  await openDataFolder(options.dataFolder, around.stopping);
  await requireFreePort(options.port, options.host);
  const [database, adminDist] = await Promise.all([
    openDatabase(options, around),
    options.watch ? null : buildAdmin(around.say),
  ]);
  if (options.demo) await fillDemo(database, options, around);
  around.stopping.throwIfAborted();
  const crew = startCrew(productMembers(options, database, adminDist), around.say);
  around.onStop(() => crew.stop());
  await Promise.race([answers(options, around.stopping), crew.failed]);
  crew.keepRunning();
  return { url: options.publicUrl, setupToken: await issueSetupToken(database.adminUrl) };
}

async function fillDemo(
  { adminUrl, passwords }: ProductDatabase,
  { dataFolder }: ProductOptions,
  { say }: Surroundings,
): Promise<void> {
  // Only here, so that an ordinary start does not load the demo.
  const { seedDemo } = await import('../../apps/api/src/demo/seed.ts');
  const { sealingKeyIn } = await import('../../apps/api/src/auth/sealing.ts');
  await seedDemo(adminUrl, passwords, say, { sealingKey: sealingKeyIn(dataFolder) });
}

async function answers({ host, port }: ProductOptions, stopping: AbortSignal): Promise<void> {
  const address = ['0.0.0.0', '::'].includes(host) ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  const deadline = performance.now() + readyLimit;
  while (performance.now() < deadline) {
    stopping.throwIfAborted();
    const response = await fetch(`http://${address}:${port}/readyz`).catch(() => undefined);
    if (response?.ok) return;
    await sleep(30);
  }
  throw new Fault(`the product did not become ready within ${readyLimit / 1000} s; its log stands above`);
}
