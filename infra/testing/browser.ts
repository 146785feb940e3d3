import { unpackChromium } from '../chromium.ts';

/** Global set-up of the projects that run in a browser. */
export default async function setup(): Promise<void> {
  await unpackChromium();
}
