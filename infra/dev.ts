// `npm run dev`: the product as in `npm start`, with everything watched: the API and the worker start again when a
// source changes, the admin app is served by Vite and updates in place.
import path from 'node:path';
import { createServer } from 'vite';
import { leaveWith } from './fault.ts';
import { root } from './paths.ts';
import { requireFreePort } from './ports.ts';
import { readOptions } from './product/options.ts';
import { startProduct } from './product/product.ts';
import { untilStopped } from './product/until-stopped.ts';

const vitePort = Number(process.env.ADMIN_PORT ?? 5173);

await untilStopped(async (around) => {
  const options = readOptions(process.argv.slice(2), process.env);
  await requireFreePort(vitePort, 'localhost');
  const publicUrl = process.env.PUBLIC_URL || `http://localhost:${vitePort}`;
  const { setupToken } = await startProduct({ ...options, publicUrl, watch: true }, around);
  // Read by the admin app's own configuration.
  process.env.API_URL = `http://127.0.0.1:${options.port}`;
  const ours = process.listeners('SIGTERM');
  const vite = await createServer({ root: path.join(root, 'apps/admin') });
  // Vite's own listener would end the process before the product is stopped.
  for (const listener of process.listeners('SIGTERM')) if (!ours.includes(listener)) process.off('SIGTERM', listener);
  await vite.listen();
  around.onStop(() => vite.close());
  around.say(`ready, watching the sources: ${publicUrl}`);
  if (setupToken) around.say(`one-time token for the first set-up: ${setupToken}`);
}).catch(leaveWith);
