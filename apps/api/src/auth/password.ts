import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { AppError } from '../errors.ts';

/** Second line of OWASP's list for argon2id: 19 MiB, two passes, one lane. */
const COST = { memory: 19_456, passes: 2, parallelism: 1 };
const TAG_LENGTH = 32;

/** Each computation takes 19 MiB and a thread: two at a time, and a queue that ends before requests time out. */
const MAX_RUNNING = 2;
const MAX_WAITING = 100;
let active = 0;
const waiting: (() => void)[] = [];

interface Phc {
  memory: number;
  passes: number;
  parallelism: number;
  salt: Buffer;
  tag: Buffer;
}

/** Hashes a password into a PHC string (`$argon2id$v=19$m=…,t=…,p=…$salt$hash`). */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const tag = await compute(password, { ...COST, salt, tag: Buffer.alloc(TAG_LENGTH) });
  return `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${base64(salt)}$${base64(tag)}`;
}

/**
 * Whether a password belongs to a PHC string. For a user who does not exist give null: it takes the same time and is
 * always false, so that the time does not tell who exists.
 */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  const phc = parse(stored ?? NOBODY);
  if (phc === undefined) return false;
  const tag = await compute(password, phc);
  return timingSafeEqual(tag, phc.tag) && stored !== null;
}

/** Whether a hash was made with other costs than today's, so that it should be made again at sign-in. */
export function needsRehash(stored: string): boolean {
  const phc = parse(stored);
  return phc?.memory !== COST.memory || phc.passes !== COST.passes || phc.parallelism !== COST.parallelism;
}

const NOBODY = `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${base64(Buffer.alloc(16))}$${base64(Buffer.alloc(TAG_LENGTH))}`;

function parse(stored: string): Phc | undefined {
  const match = /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/.exec(
    stored,
  );
  if (!match) return undefined;
  const [memory, passes, parallelism] = match.slice(1, 4).map(Number) as [number, number, number];
  return {
    memory,
    passes,
    parallelism,
    salt: Buffer.from(match[4] ?? '', 'base64'),
    tag: Buffer.from(match[5] ?? '', 'base64'),
  };
}

async function compute(password: string, { memory, passes, parallelism, salt, tag }: Phc): Promise<Buffer> {
  await enter();
  try {
    // The same letter may be typed in several encodings, depending on the keyboard.
    const message = password.normalize('NFKC');
    return await new Promise((resolve, reject) => {
      argon2(
        'argon2id',
        { message, nonce: salt, parallelism, tagLength: tag.length, memory, passes },
        (error, derived) => (error ? reject(error) : resolve(derived)),
      );
    });
  } finally {
    leave();
  }
}

async function enter(): Promise<void> {
  if (active < MAX_RUNNING) {
    active += 1;
    return;
  }
  if (waiting.length >= MAX_WAITING) {
    throw new AppError('unavailable', {
      zh: '登录请求过多，请稍后重试。',
      en: 'Too many sign-ins just now; try again shortly.',
    });
  }
  await new Promise<void>((resolve) => waiting.push(resolve));
}

/** Hands the place to the next in the queue, or gives it back. */
function leave(): void {
  const next = waiting.shift();
  if (next) next();
  else active -= 1;
}

function base64(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}
