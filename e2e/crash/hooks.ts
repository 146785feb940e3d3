// Loaded before the processes of the product (`node --import`): gives them the clock and the robots of a crash run. All
// else in them is as it is at a customer's.
import fs from 'node:fs';
import { registerHooks } from 'node:module';

const ENTRY = /\/apps\/api\/src\/(server|worker)\.ts$/;
const ROBOTS = /\/apps\/api\/src\/robots\/outbound\.ts$/;
const CLOCK = 'clock: () => new Date(),';
const clockFile = process.env.CRASH_CLOCK ?? '';

Object.assign(globalThis, {
  crashClock: () => new Date(Date.now() + Number(fs.readFileSync(clockFile, 'utf8'))),
});

registerHooks({
  resolve(specifier, context, next) {
    const found = next(specifier, context);
    return ROBOTS.test(found.url) ? { ...found, url: new URL('robots-outbound.ts', import.meta.url).href } : found;
  },
  load(url, context, next) {
    const loaded = next(url, context);
    if (!ENTRY.test(url)) return loaded;
    const source = String(loaded.source);
    if (!source.includes(CLOCK)) throw new Error(`${url} has no "${CLOCK}" to replace`);
    return { ...loaded, source: source.replace(CLOCK, 'clock: globalThis.crashClock,') };
  },
});
