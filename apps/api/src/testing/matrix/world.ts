import { randomUUID } from 'node:crypto';
import type { Licence } from '@zhengqi/obligations';
import { newApiKey } from '../../auth/api-key-format.ts';
import { ApiScope } from '../../auth/api-scopes.ts';
import type { TenantContext } from '../../context.ts';
import { publicId } from '../../db/ids.ts';
import { answerFacts } from '../../features/facts/answer-facts.ts';
import { recordTriggerEvent } from '../../features/events/record-trigger-event.ts';
import { withdrawEvent } from '../../features/events/withdraw-event.ts';
import { addComment } from '../../features/comments/add-comment.ts';
import { attachEvidence } from '../../features/evidence/attach-evidence.ts';
import { listOccurrences } from '../../features/occurrences/list-occurrences.ts';
import { addPerson } from '../../features/persons/add-people.ts';
import { previewDocument } from '../../features/licences/preview-document.ts';
import { registerLicence } from '../../features/licences/register-licence.ts';
import { arrange } from '../people.ts';
import { createTestProduct, sampleDocument, type TestProduct } from '../product.ts';

/** Text that stands in everything the company owns; seen by anybody else it is a leak. */
export const CANARY = { target: 'CANARY-TARGET', other: 'CANARY-OTHER' } as const;

/** A company with rows in every area. */
export interface MatrixCompany {
  tenantId: string;
  /** The same id as callers write it. */
  organisationId: string;
  /** Of one of its owners. */
  ctx: TenantContext;
  licence: Licence;
  licenceId: string;
  personId: string;
}

export interface MatrixKey {
  secret: string;
  id: string;
}

/** The target company, everybody around it, and what they hold in their hands. */
export interface MatrixWorld {
  product: TestProduct;
  target: MatrixCompany;
  other: MatrixCompany;
  consultancy: string;
  people: Readonly<
    Record<
      | 'owner'
      | 'otherOwner'
      | 'operator'
      | 'viewer'
      | 'named'
      | 'reader'
      | 'colleague'
      | 'unengaged'
      | 'expired'
      | 'ended',
      string
    >
  >;
  keys: { rightful: MatrixKey; ofOther: MatrixKey };
  /** A key of the target company with every scope but this one. */
  keyWithout(scope: ApiScope): Promise<MatrixKey>;
  /** Headers of a new session. */
  signIn(userId: string): Promise<Record<string, string>>;
  whileSuspended<T>(work: () => Promise<T>): Promise<T>;
  /** Nobody has tried anything yet: what is limited is not what the matrix is about. */
  forgetAttempts(): Promise<void>;
  /** First value of the first row. */
  one(text: string, values?: unknown[]): Promise<string>;
  addKey(ownerId: string, companyId: string, scopes: readonly ApiScope[]): Promise<MatrixKey>;
}

export async function createMatrixWorld(): Promise<MatrixWorld> {
  const product = await createTestProduct();
  const { admin } = product.database;
  const make = arrange(admin);
  const one = async (text: string, values: unknown[] = []) => {
    const { rows } = await admin.query<Record<string, string>>(text, values);
    return Object.values(rows[0] ?? {})[0] ?? '';
  };
  const owner = await make.user(`${CANARY.target} 王小明`);
  const otherOwner = await make.user(`${CANARY.other} 李雷`);
  const target = await company(product, owner, CANARY.target);
  const other = await company(product, otherOwner, CANARY.other);
  const operator = await make.user();
  await admin.query('insert into authz.operator (user_id) values ($1)', [operator]);
  await admin.query(
    `insert into authz.break_glass (id, operator_id, tenant_id, reason, opened_at, ends_at, ended_at)
     values (gen_random_uuid(), $1, $2, '客户来电要求协助排查', now() - interval '3 hours', now() - interval '1 hour', now() - interval '2 hours')`,
    [operator, target.tenantId],
  );
  const consultancy = await make.organisation('consultancy', '咨询');
  const stranger = await make.organisation('consultancy', '另一家咨询');
  const consultant = async (firm: string) => {
    const id = await make.user();
    await make.membership(id, firm, 'member');
    return id;
  };
  const [named, reader, colleague] = [
    await consultant(consultancy),
    await consultant(consultancy),
    await consultant(consultancy),
  ];
  const [unengaged, expired, ended] = [
    await consultant(stranger),
    await consultant(stranger),
    await consultant(stranger),
  ];
  const viewer = await make.user();
  await make.membership(viewer, target.tenantId, 'viewer');
  await make.engagement(consultancy, target.tenantId, 'write', [named]);
  await make.engagement(consultancy, target.tenantId, 'read', [reader]);
  const past = await make.engagement(stranger, target.tenantId, 'write', [expired]);
  await admin.query(
    `update authz.engagement set starts_at = now() - interval '2 years', ends_at = now() - interval '1 second' where id = $1`,
    [past],
  );
  const over = await make.engagement(stranger, target.tenantId, 'write', [ended]);
  await admin.query('update authz.engagement set revoked_at = now() where id = $1', [over]);
  const addKey: MatrixWorld['addKey'] = async (ownerId, companyId, scopes) => {
    const key = newApiKey('live');
    const id = randomUUID();
    await admin.query(
      `with c as (
         insert into authz.credential (id, kind, tenant_id, created_at, expires_at, absolute_expires_at)
         values ($1, 'api_key', $2, now(), now() + interval '1 hour', now() + interval '1 hour') returning id)
       insert into authz.api_key (id, credential_id, tenant_id, name, mode, start, scopes)
       select $3, c.id, $2, 'ERP', 'live', $4, $5 from c`,
      [key.hash, ownerId, id, key.start, scopes],
    );
    await admin.query(`insert into authz.api_key_grant (credential_id, tenant_id, level) values ($1, $2, 'write')`, [
      key.hash,
      companyId,
    ]);
    return { secret: key.secret, id };
  };
  await admin.query('update authz.app_user set email_verified_at = now()');
  const setStatus = (status: string) =>
    admin.query('update authz.org set status = $2 where id = $1', [target.tenantId, status]);
  return {
    product,
    target,
    other,
    consultancy,
    people: { owner, otherOwner, operator, viewer, named, reader, colleague, unengaged, expired, ended },
    keys: {
      rightful: await addKey(target.tenantId, target.tenantId, ApiScope.options),
      ofOther: await addKey(other.tenantId, other.tenantId, ApiScope.options),
    },
    keyWithout: (scope) =>
      addKey(
        target.tenantId,
        target.tenantId,
        ApiScope.options.filter((other) => other !== scope),
      ),
    one,
    addKey,
    async forgetAttempts() {
      await admin.query('delete from authz.attempt');
    },
    async signIn(userId) {
      const { cookie } = await product.services.sessions.start(userId);
      return { cookie: cookie.split(';')[0] ?? '' };
    },
    async whileSuspended(work) {
      await setStatus('suspended');
      try {
        return await work();
      } finally {
        await setStatus('active');
      }
    },
  };
}

const CONTRACT = { type: 'full-time', contractTo: null, leftOn: null, insurance: null, management: null };

/** A company whose name, people, licence, document, facts and events all hold the canary. */
async function company(product: TestProduct, owner: string, canary: string): Promise<MatrixCompany> {
  const make = arrange(product.database.admin);
  const tenantId = await make.organisation('company', `${canary}科技有限公司`);
  await make.membership(owner, tenantId);
  // Its rows are arranged by somebody whose session no cell of the matrix ends.
  const founder = await make.user(`${canary} 创始人`);
  await make.membership(founder, tenantId);
  const { credentialHash } = await product.services.sessions.start(founder);
  const { clock, newId, rules, tenantPool, sealingKey } = product.services;
  const entry = { kind: 'credential' as const, credentialHash };
  const ctx = { pool: tenantPool, tenantId, entry, clock, newId, rules, requestId: 'arranged', sealingKey };
  const sample = Buffer.from(sampleDocument('information-services.txt').base64, 'base64').toString();
  const document = { kind: 'text' as const, text: `${sample}\n${canary}\n` };
  const read = (await previewDocument(ctx, { document })).licence;
  const licence = { ...read, holder: `${canary}科技有限公司`, issuedOn: '2024-03-01', validTo: '2029-03-01' };
  const { licenceId } = await registerLicence(ctx, { document, licence });
  const employment = { list: 'employments', record: { ...CONTRACT, contractFrom: '2024-03-01' } };
  const somebody = { name: `${canary} 张三`, idNumber: '11010519491231002X', phones: ['13812345678'] };
  const { personId } = await addPerson(ctx, { ...somebody, records: [employment] });
  await answerFacts(ctx, {
    licenceId: null,
    answers: [{ key: 'network_units', value: [{ id: canary, name: canary }] }],
  });
  const event = { type: 'illegal-content-disposed', attributes: { on: '2026-11-20' } };
  const { eventId } = await recordTriggerEvent(ctx, event);
  await withdrawEvent(ctx, { eventId, reason: canary });
  for (const { id: occurrenceId } of (await listOccurrences(ctx, { limit: 1 })).items) {
    await attachEvidence(ctx, { occurrenceId, kind: null, form: 'note', note: canary });
    await addComment(ctx, { occurrenceId, body: canary, mentions: [] });
  }
  return { tenantId, organisationId: publicId('organisation', tenantId), ctx, licence, licenceId, personId };
}
