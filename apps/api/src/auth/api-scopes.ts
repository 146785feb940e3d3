import type { Bilingual } from '@zhengqi/obligations';
import { z } from 'zod';

/** What a key may be made for. Whether a company is open to it at all, its grants say. */
export const ApiScope = z.enum([
  'companies.read',
  'licences.read',
  'licences.write',
  'facts.read',
  'facts.write',
  'events.read',
  'events.write',
  'occurrences.read',
  'sandbox.read',
  'sandbox.write',
]);
export type ApiScope = z.infer<typeof ApiScope>;

/** What each scope opens, in words. */
export const SCOPE_LABELS: Readonly<Record<ApiScope, Bilingual>> = {
  'companies.read': { zh: '查看可代为办理的企业', en: 'See the companies it may act for' },
  'licences.read': { zh: '查看许可证', en: 'Read licences' },
  'licences.write': { zh: '登记和更正许可证', en: 'Register and correct licences' },
  'facts.read': { zh: '查看企业事实与待答问题', en: 'Read facts and open questions' },
  'facts.write': { zh: '回答企业事实', en: 'Answer facts' },
  'events.read': { zh: '查看触发事件', en: 'Read trigger events' },
  'events.write': { zh: '登记和撤回触发事件', en: 'Record and withdraw trigger events' },
  'occurrences.read': { zh: '查看义务事项及推算过程', en: 'Read occurrences and how their dates come about' },
  'sandbox.read': { zh: '查看沙盒企业未发出的邮件', en: 'Read the mails of a sandbox that did not leave' },
  'sandbox.write': { zh: '推进沙盒企业的日程', en: 'Move the schedule of a sandbox on' },
};

/** Whether a scope lets change anything. A key without one cannot write, whatever a route says. */
export function writes(scope: ApiScope): boolean {
  return scope.endsWith('.write');
}
