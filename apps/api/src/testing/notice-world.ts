import { randomUUID } from 'node:crypto';
import { computeCompanyNotices } from '../jobs/notices/compute-company-notices.ts';
import { sendNotices } from '../jobs/notices/send-notices.ts';
import type { WorkerServices } from '../jobs/worker-services.ts';
import { type MailSettings, openCarrier, type Patience } from '../mail/carrier.ts';
import { type MailServer, startMailServer } from './mail-server.ts';
import { arrange } from './people.ts';
import { createTestProduct, type TestCompany, type TestProduct } from './product.ts';
import { type RobotServer, startRobotServer } from './robot-server.ts';
import { testWorkerServices } from './worker.ts';

/** A product with a mail server, the vendors' robots and a worker, all of them real but for the clock. */
export interface NoticeWorld {
  product: TestProduct;
  mails: MailServer;
  robots: RobotServer;
  worker: WorkerServices;
  /** A company with an owner whose address is proven. */
  company(name?: string): Promise<TestCompany>;
  /** Somebody with a proven address. */
  person(tenantId: string, role: 'owner' | 'admin' | 'member' | 'viewer'): Promise<string>;
  /** An item of a company. */
  item(tenantId: string, change?: Partial<ItemRow>): Promise<string>;
  /** The night of one company, without counting its schedule. */
  compute(tenantId: string): Promise<void>;
  send(worker?: WorkerServices): Promise<void>;
  /** The ledger of a company in short: `kind stage channel state`, oldest first. */
  ledger(tenantId: string, recipientId?: string): Promise<string[]>;
  /** Another mail server, or none. */
  mailBy(settings: Pick<MailSettings, 'smtpUrl'>, patience?: Patience): WorkerServices;
  stop(): Promise<void>;
}

interface ItemRow {
  dueOn: string | null;
  actBy: string | null;
  dueAt: string | null;
  opensOn: string | null;
  assigneeId: string | null;
  workState: string;
  applies: string;
  firstSeenAt: string;
  action: string;
}

export async function createNoticeWorld(): Promise<NoticeWorld> {
  const mails = await startMailServer();
  let now = () => new Date();
  const robots = await startRobotServer(() => now());
  const product = await createTestProduct({ robots: robots.outbound });
  now = product.services.clock;
  const { admin } = product.database;
  const make = arrange(admin);
  const services = testWorkerServices(product);
  const mailBy: NoticeWorld['mailBy'] = ({ smtpUrl }, patience) => {
    const carrier = openCarrier({ smtpUrl, from: 'zhengqi@example.cn', dataFolder: null }, patience);
    return { ...services, rules: services.rules, outgoing: { ...services.outgoing, carrier } };
  };
  const worker = mailBy({ smtpUrl: mails.url });
  return {
    product,
    mails,
    robots,
    worker,
    mailBy,
    async company(name) {
      const company = await product.company();
      await admin.query('update authz.app_user set email_verified_at = now() where id = $1', [company.userId]);
      if (name !== undefined)
        await admin.query('update authz.org set name = $2 where id = $1', [company.tenantId, name]);
      return company;
    },
    async person(tenantId, role) {
      const id = await make.user();
      await make.membership(id, tenantId, role);
      await admin.query('update authz.app_user set email_verified_at = now() where id = $1', [id]);
      return id;
    },
    async item(tenantId, change = {}) {
      const id = randomUUID();
      const row: ItemRow = {
        dueOn: '2027-03-31',
        actBy: null,
        dueAt: null,
        opensOn: null,
        assigneeId: null,
        workState: 'open',
        applies: 'yes',
        firstSeenAt: '2026-01-01T00:00:00+08:00',
        action: '提交年度报告',
        ...change,
      };
      const isOpen = row.workState === 'open';
      await admin.query(
        `insert into app.occurrence (tenant_id, id, natural_key, duty_id, due_rule_id, clause, action, applies, opens_on, due_on,
           due_at, act_by, provisional, status, mark, explanation, rule_version, sort_on, first_seen_at, work_state, assignee_id, worked_at)
         values ($1, $2::uuid, $2::uuid::text, 'test-duty', 'test-rule', '14', $3, $4, $5, $6::date, $7, $8, false, 'open', 'V',
           '{"anchor":{"what":{"zh":"-","en":"-"},"on":"2026-01-01"},"derivation":[],"asks":[],"provisionalFields":[]}',
           'test', coalesce($6::date, '2026-01-01'), $9, $10, $11, case when $12 then null else now() end)`,
        [
          tenantId,
          id,
          JSON.stringify({ zh: row.action, en: 'File the annual report' }),
          row.applies,
          row.opensOn,
          row.dueOn,
          row.dueAt,
          row.actBy,
          row.firstSeenAt,
          row.workState,
          row.assigneeId,
          isOpen,
        ],
      );
      return id;
    },
    compute: (tenantId) => computeCompanyNotices(worker, randomUUID(), { tenantId, actorId: null, payload: {} }),
    send: (by = worker) => sendNotices(by),
    async ledger(tenantId, recipientId) {
      const { rows } = await admin.query<{ line: string }>(
        `select concat_ws(' ', kind, split_part(stage, '@', 1), channel, state) as line from app.notice
          where tenant_id = $1 and ($2::uuid is null or recipient_id = $2) order by created_at, rank, channel, recipient_id`,
        [tenantId, recipientId ?? null],
      );
      return rows.map(({ line }) => line);
    },
    async stop() {
      worker.outgoing.carrier?.close();
      await product.drop();
      await mails.stop();
      await robots.stop();
    },
  };
}
