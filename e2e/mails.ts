import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { RunningProduct } from './product.ts';

const PATIENCE_MS = 15_000;

/** The link of the newest mail to this address that leads to this page; the product writes its mails as files. */
export async function linkFromMail(product: RunningProduct, to: string, page: string): Promise<string> {
  const folder = path.join(product.dataFolder, 'mails');
  for (const end = performance.now() + PATIENCE_MS; performance.now() < end; await sleep(50)) {
    const links = mailsIn(folder)
      .filter((mail) => mail.to === to)
      .flatMap(({ text }) => new RegExp(`\\S+${page}#\\S+`).exec(text)?.[0] ?? []);
    const newest = links.at(-1);
    if (newest === undefined) continue;
    // The next one is another.
    for (const file of fs.readdirSync(folder)) fs.rmSync(path.join(folder, file));
    return newest;
  }
  throw new Error(
    `no mail to ${to} leads to ${page}; there are: ${JSON.stringify(mailsIn(folder).map(({ to: who }) => who))}`,
  );
}

function mailsIn(folder: string): { to: string; text: string }[] {
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder)
    .filter((name) => name.endsWith('.eml'))
    .sort()
    .map((name) => {
      const [head = '', body = ''] = fs.readFileSync(path.join(folder, name), 'utf8').split('\n\n', 2);
      return { to: /^To: (\S+)/m.exec(head)?.[1] ?? '', text: Buffer.from(body, 'base64').toString() };
    });
}
