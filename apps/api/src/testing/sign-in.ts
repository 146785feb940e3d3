import { hashPassword } from '../auth/password.ts';
import { publicId } from '../db/ids.ts';
import { arrange } from './people.ts';
import { call, type TestProduct } from './product.ts';

export const PASSWORD = 'correct horse battery';

/** Somebody of a new organisation who can sign in with `PASSWORD`. */
export interface SigningPerson {
  userId: string;
  email: string;
  organisationId: string;
  signIn: (password?: string, headers?: Record<string, string>) => ReturnType<typeof call>;
}

let hash: Promise<string> | undefined;

export async function signInAs(
  { database, app }: TestProduct,
  kind: 'company' | 'consultancy',
  role: string,
): Promise<SigningPerson> {
  const make = arrange(database.admin);
  const [organisation, userId] = [await make.organisation(kind), await make.user()];
  await make.membership(userId, organisation, role);
  hash ??= hashPassword(PASSWORD);
  await database.admin.query('update authz.app_user set password_hash = $2 where id = $1', [userId, await hash]);
  const email = `${userId}@example.cn`;
  return {
    userId,
    email,
    organisationId: publicId('organisation', organisation),
    signIn: (password = PASSWORD, headers = {}) =>
      call(app, 'session.signIn', { email, password }, { mutation: true, headers }),
  };
}

/** A cookie of ours that an answer sets, as a browser would send it back. */
export function cookieNamed(headers: Headers, name: 'session' | 'sign_in'): string | undefined {
  const set = headers.getSetCookie().findLast((cookie) => cookie.startsWith(`__Host-zq_${name}=`));
  return set?.includes('Max-Age=0') ? undefined : set?.split(';')[0];
}
