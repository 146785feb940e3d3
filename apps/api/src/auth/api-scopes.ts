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
  'people.read',
  'people.write',
  'occurrences.read',
  'occurrences.write',
  'workflows.read',
  'workflows.write',
  'rules.read',
  'rules.write',
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
  'people.read': {
    zh: '查看人员（号码已遮盖）与人员检查',
    en: 'Read people, with numbers masked, and staffing checks',
  },
  'people.write': { zh: '登记人员与任职', en: 'Record people and their posts' },
  'occurrences.read': {
    zh: '查看义务事项、推算过程与证据',
    en: 'Read occurrences, how their dates come about, and evidence',
  },
  'occurrences.write': { zh: '办理义务事项、上传证据', en: 'Work on occurrences and upload evidence' },
  'workflows.read': { zh: '查看办理流程', en: 'Read workflows' },
  'workflows.write': { zh: '启动和推进办理流程', en: 'Start workflows and make their moves' },
  'rules.read': { zh: '查看规则版本与自有义务', en: 'Read rule versions and own duties' },
  'rules.write': { zh: '设置自有义务', en: 'Set own duties' },
  'sandbox.read': { zh: '查看沙盒企业未发出的邮件', en: 'Read the mails of a sandbox that did not leave' },
  'sandbox.write': { zh: '推进沙盒企业的日程', en: 'Move the schedule of a sandbox on' },
};

/** Whether a scope lets change anything. A key without one cannot write, whatever a route says. */
export function writes(scope: ApiScope): boolean {
  return scope.endsWith('.write');
}
