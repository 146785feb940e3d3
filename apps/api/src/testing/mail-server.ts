import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A real mail server of a test, and what it took. */
export interface MailServer {
  url: string;
  /** `raw`: the whole mail as it came. */
  received: { to: string[]; text: string; raw: string }[];
  /** Codes with which the next recipients are refused, one each. */
  refusals: number[];
  stop(): Promise<void>;
}

/** Starts it on a free port. Bodies arrive decoded. */
export async function startMailServer(): Promise<MailServer> {
  const received: MailServer['received'] = [];
  const refusals: number[] = [];
  const server = new SMTPServer({
    onRcptTo(_address, _session, done) {
      const responseCode = refusals.shift();
      done(responseCode === undefined ? null : Object.assign(new Error('refused'), { responseCode }));
    },
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        const raw = Buffer.concat(chunks).toString();
        received.push({ to, text: decoded(raw), raw });
        done();
      });
    },
  });
  server.on('error', () => {});
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const { port } = listening.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    refusals,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** The parts of a mail of several, each decoded, by their type. */
export function partsOf(raw: string): Record<string, string> {
  const boundary = /boundary="?([^";\r\n]+)/.exec(raw)?.[1];
  if (boundary === undefined) return {};
  const parts = raw.split(`--${boundary}`).slice(1, -1);
  return Object.fromEntries(
    parts.map((part) => [/content-type: ([^;\r\n]+)/i.exec(part)?.[1] ?? '', decoded(part.replace(/\r\n$/, ''))]),
  );
}

/** A header of a mail, unfolded and with its encoded words read. */
export function headerOf(raw: string, name: string): string {
  const head = (raw.split('\r\n\r\n')[0] ?? '').replace(/\r\n[ \t]+/g, ' ');
  const line = head.split('\r\n').find((one) => one.toLowerCase().startsWith(`${name.toLowerCase()}:`)) ?? '';
  return line
    .slice(name.length + 1)
    .trim()
    .replace(/\?= =\?/g, '?==?')
    .replace(/=\?utf-8\?b\?([^?]*)\?=/gi, (_all, text: string) => Buffer.from(text, 'base64').toString())
    .replace(/=\?utf-8\?q\?([^?]*)\?=/gi, (_all, text: string) => decodedWords(text));
}

function decodedWords(text: string): string {
  const bytes = text
    .replace(/_/g, ' ')
    .replace(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString();
}

/** The body of a mail of one part as it was written, after quoted-printable or base64. */
function decoded(mail: string): string {
  const [head = '', ...rest] = mail.split('\r\n\r\n');
  const body = rest.join('\r\n\r\n');
  if (/transfer-encoding: base64/i.test(head)) return Buffer.from(body, 'base64').toString();
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString();
}
