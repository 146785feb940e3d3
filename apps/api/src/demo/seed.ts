import { randomBytes, randomUUID } from 'node:crypto';
import { type CivilDate, PRC_CALENDAR, RULEBOOK } from '@zhengqi/obligations';
import { newRecoveryCodes } from '../auth/recovery-codes.ts';
import { seal } from '../auth/sealing.ts';
import { totpPurpose } from '../auth/second-factor.ts';
import { Sessions } from '../auth/session.ts';
import { newSecret } from '../auth/token.ts';
import { codeAt, newTotpSecret, totpEnrolment } from '../auth/totp.ts';
import { today as todayOf } from '../clock.ts';
import type { TenantContext } from '../context.ts';
import { openPool } from '../db/pool.ts';
import type { RolePasswords } from '../db/roles.ts';
import { CONSULTANT, companyIdOf, PEOPLE, prepareAccounts } from './accounts.ts';
import { type DemoCompany, demoCompanies } from './companies.ts';
import { fillCompany } from './fill-company.ts';

const AT_A_TIME = 4;
const CODES_SHOWN = 3;

/**
 * Fills an empty database with the demo: a consultancy, forty fictional companies in twelve provinces with all kinds of
 * licences, their histories and gaps, dated relative to today. Goes on where an earlier run was ended, and gives the
 * people of the demo a new password and second factor each time, which are said with their addresses.
 * @param url login that migrates
 * @param options.now what the demo is dated relative to
 * @param options.sealingKey key of the product's data folder
 */
export async function seedDemo(
  url: string,
  passwords: RolePasswords,
  say: (line: string) => void,
  { now = new Date(), sealingKey }: { now?: Date; sealingKey: Buffer },
): Promise<void> {
  const today = todayOf(() => now);
  const companies = demoCompanies(today);
  const password = randomBytes(9).toString('base64url');
  const secret = newTotpSecret();
  const codes = new Map(PEOPLE.map(({ id }) => [id, newRecoveryCodes()]));
  const state = await prepareAccounts(url, companies, {
    password,
    sealedTotpFor: (userId) => seal(sealingKey, totpPurpose(userId), secret),
    recoveryHashesFor: (userId) => codes.get(userId)?.hashes ?? [],
  });
  if (state === 'in-use') {
    say('the database is in use already, so the demo was not put into it');
    return;
  }
  if (state === 'empty') say(`filling the demo: ${companies.length} companies ...`);
  await fillAll(url, passwords, companies, { today, sealingKey });
  say('sign in to the demo with one of these addresses:');
  for (const { id, email, shows } of PEOPLE) {
    say(`  ${email}  ${shows}`);
    say(`    codes for the second step, each good once: ${codes.get(id)?.codes.slice(0, CODES_SHOWN).join(' ')}`);
  }
  say(`  password of all of them: ${password}`);
  const { secret: base32 } = totpEnrolment(secret, 'demo');
  say(`  for an authenticator app: ${base32} (its code now: ${codeAt(base32, new Date())})`);
}

/** Works as the consultant, through the logins of the product, so that row security is as it is at any other time. */
async function fillAll(
  url: string,
  passwords: RolePasswords,
  companies: readonly DemoCompany[],
  { today, sealingKey }: { today: CivilDate; sealingKey: Buffer },
): Promise<void> {
  const open = (role: string, max: number) =>
    openPool({ url: loginUrl(url, role, passwords.app), name: 'demo', max, onError: () => {} });
  const [tenantPool, authPool] = [open('zq_app', AT_A_TIME), open('zq_auth', 1)];
  try {
    const sessions = new Sessions({ pool: authPool, clock: () => new Date(), newSecret });
    const { credentialHash } = await sessions.start(CONSULTANT.id);
    const waiting = [...companies];
    const work = async (): Promise<void> => {
      for (let company = waiting.shift(); company; company = waiting.shift()) {
        const contextOn = contexts({ pool: tenantPool, tenantId: companyIdOf(company), credentialHash, sealingKey });
        await fillCompany(company, contextOn, today);
      }
    };
    await Promise.all(Array.from({ length: AT_A_TIME }, work));
    await sessions.end(credentialHash);
  } finally {
    await Promise.all([tenantPool.end(), authPool.end()]);
  }
}

function contexts({
  pool,
  tenantId,
  credentialHash,
  sealingKey,
}: Pick<TenantContext, 'pool' | 'tenantId'> & { credentialHash: string; sealingKey: Buffer }): (
  day: CivilDate,
) => TenantContext {
  const entry = { kind: 'credential' as const, credentialHash };
  const rules = { rulebook: RULEBOOK, calendar: PRC_CALENDAR };
  return (day) => ({
    pool,
    tenantId,
    entry,
    clock: () => new Date(`${day}T10:00:00+08:00`),
    newId: randomUUID,
    rules,
    requestId: 'demo',
    sealingKey,
  });
}

function loginUrl(url: string, role: string, password: string): string {
  const login = new URL(url);
  login.username = role;
  login.password = password;
  return login.href;
}
