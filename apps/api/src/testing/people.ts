import { createHash, randomUUID } from 'node:crypto';
import type pg from 'pg';

/** Arranges organisations and people as the superuser, past every rule but the tables' own. */
export function arrange(admin: pg.Pool) {
  const insert = async (text: string, values: unknown[]) => void (await admin.query(text, values));
  return {
    async organisation(kind: 'company' | 'consultancy' = 'company', name = '测试科技有限公司'): Promise<string> {
      const id = randomUUID();
      await insert('insert into authz.org (id, kind, name) values ($1, $2, $3)', [id, kind, name]);
      return id;
    },
    async user(name = '王小明'): Promise<string> {
      const id = randomUUID();
      await insert(
        `insert into authz.app_user (id, email, email_key, name, password_hash)
         values ($1, $2, $2, $3, '$argon2id$unusable')`,
        [id, `${id}@example.cn`, name],
      );
      return id;
    },
    async membership(userId: string, organisationId: string, role = 'owner'): Promise<void> {
      await insert('insert into authz.membership (user_id, org_id, role) values ($1, $2, $3)', [
        userId,
        organisationId,
        role,
      ]);
    },
    async engagement(
      consultancyId: string,
      companyId: string,
      level: 'read' | 'write',
      people: readonly string[],
    ): Promise<string> {
      const id = randomUUID();
      await insert(
        `insert into authz.engagement (id, consultancy_id, company_id, level, starts_at, ends_at)
         values ($1, $2, $3, $4, now() - interval '1 day', now() + interval '1 year')`,
        [id, consultancyId, companyId, level],
      );
      for (const person of people) {
        await insert('insert into authz.engagement_member (user_id, engagement_id) values ($1, $2)', [person, id]);
      }
      return id;
    },
    /** A live session, proven whatever the clock; the answer is the hash under which it is stored. */
    async session(userId: string, level: 'read' | 'write' = 'write'): Promise<string> {
      const hash = hashOf(randomUUID());
      await insert(
        `insert into authz.credential (id, kind, user_id, level, created_at, expires_at, absolute_expires_at, proven_at, second_factor)
         values (decode($1, 'hex'), 'session', $2, $3, now(), now() + interval '1 hour', now() + interval '1 day', 'infinity', true)`,
        [hash, userId, level],
      );
      return hash;
    },
    /** An API key of an organisation with a grant for a company. */
    async apiKey(ownerId: string, companyId: string, level: 'read' | 'write'): Promise<string> {
      const hash = hashOf(randomUUID());
      await insert(
        `insert into authz.credential (id, kind, tenant_id, created_at, expires_at, absolute_expires_at)
         values (decode($1, 'hex'), 'api_key', $2, now(), now() + interval '1 hour', now() + interval '1 day')`,
        [hash, ownerId],
      );
      await insert(`insert into authz.api_key_grant values (decode($1, 'hex'), $2, $3)`, [hash, companyId, level]);
      return hash;
    },
  };
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
