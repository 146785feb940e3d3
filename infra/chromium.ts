import fs from 'node:fs';
import path from 'node:path';
import { root } from './paths.ts';

const packed = path.join(root, 'node_modules/@sparticuz/chromium/package.json');

export interface ChromiumLaunch {
  executablePath: string;
  args: string[];
  env: Record<string, string>;
}

/**
 * How to launch the Chromium of the tests: `$CHROME` if set, else the one that comes with the dependencies.
 * Only names paths; `unpackChromium` must have run before the launch.
 */
export function chromiumLaunch(): ChromiumLaunch {
  const env = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== undefined)) as Record<
    string,
    string
  >;
  // Not the packed list of arguments: its --single-process lets a closing context kill the browser.
  const args = ['--no-sandbox', '--disable-dev-shm-usage'];
  const own = process.env.CHROME;
  if (own) return { executablePath: own, args, env };
  const folder = unpackedFolder();
  return {
    executablePath: path.join(folder, 'chromium'),
    args,
    env: {
      ...env,
      LD_LIBRARY_PATH: path.join(folder, 'al2023/lib'),
      FONTCONFIG_PATH: path.join(folder, 'fonts'),
    },
  };
}

/** Unpacks Chromium with its libraries and fonts once per checkout, version and user; about 2.5 s the first time. */
export async function unpackChromium(): Promise<void> {
  const folder = unpackedFolder();
  if (process.env.CHROME || fs.existsSync(folder)) return;
  const temporary = `${folder}.${process.pid}`;
  fs.mkdirSync(temporary, { recursive: true });
  await inflateInto(temporary);
  fs.writeFileSync(path.join(temporary, 'fonts/fonts.conf'), fontsConf(folder));
  try {
    fs.renameSync(temporary, folder);
  } catch {
    // Another process was faster; what it unpacked is the same.
    fs.rmSync(temporary, { recursive: true, force: true });
  }
}

function unpackedFolder(): string {
  const { version } = JSON.parse(fs.readFileSync(packed, 'utf8')) as {
    version: string;
  };
  // Per user: files unpacked by root cannot be run by the user who comes later.
  return path.join(root, 'node_modules/.cache', `chromium-${version}-${process.getuid?.() ?? 0}`);
}

/** The package unpacks its libraries only where it believes to be on Lambda, and always into the temporary folder. */
async function inflateInto(folder: string): Promise<void> {
  const names = ['TMPDIR', 'AWS_LAMBDA_JS_RUNTIME', 'LD_LIBRARY_PATH', 'FONTCONFIG_PATH'];
  const before = names.map((name) => [name, process.env[name]] as const);
  process.env.TMPDIR = folder;
  process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs24.x';
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    await chromium.executablePath();
  } finally {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
}

/** Without a single font the page process crashes, so the packed ones are named besides the system's. */
function fontsConf(folder: string): string {
  const xml = (text: string) => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return `<?xml version="1.0"?>
<fontconfig>
  <dir>${xml(folder)}/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${xml(folder)}/fonts-cache</cachedir>
</fontconfig>
`;
}
