import type { Bilingual } from '@zhengqi/obligations';
import { z } from 'zod';

/** Everything that people are told of. */
export const NoticeKind = z.enum([
  'reminder',
  'overdue',
  'escalation',
  'assigned',
  'mention',
  'request',
  'workflow',
  'staffing',
  'custody',
  'law-change',
  'engagement-ending',
  'channel-problem',
]);
export type NoticeKind = z.infer<typeof NoticeKind>;

/** What a kind is called, and by which channels it is told unless somebody says otherwise. */
export interface NoticeKindInfo {
  label: Bilingual;
  help: Bilingual;
  /** In the product it cannot be switched off: it is the proof that somebody was told. */
  isAlwaysInApp: boolean;
  email: boolean;
  robot: boolean;
}

export const NOTICE_KINDS: Readonly<Record<NoticeKind, NoticeKindInfo>> = {
  reminder: {
    label: { zh: '到期提醒', en: 'Reminders' },
    help: { zh: '义务事项到期前的提醒。', en: 'Before an item falls due.' },
    isAlwaysInApp: true,
    email: true,
    robot: true,
  },
  overdue: {
    label: { zh: '逾期提醒', en: 'Overdue' },
    help: { zh: '义务事项逾期未办。', en: 'An item is past its date and not done.' },
    isAlwaysInApp: true,
    email: true,
    robot: true,
  },
  escalation: {
    label: { zh: '升级提醒', en: 'Escalations' },
    help: { zh: '负责人未及时处理，提醒所有者或管理员。', en: 'The one in charge has not acted: owners are told.' },
    isAlwaysInApp: true,
    email: true,
    robot: false,
  },
  assigned: {
    label: { zh: '指派给我', en: 'Assigned to me' },
    help: { zh: '事项指派给您。', en: 'An item was given to you.' },
    isAlwaysInApp: true,
    email: true,
    robot: false,
  },
  mention: {
    label: { zh: '提到我', en: 'Mentions' },
    help: { zh: '有人在评论中提到您。', en: 'Somebody named you in a comment.' },
    isAlwaysInApp: false,
    email: true,
    robot: false,
  },
  request: {
    label: { zh: '材料请求', en: 'Requests for material' },
    help: { zh: '请求材料、补交或答复。', en: 'Material is asked for, sent back or answered.' },
    isAlwaysInApp: true,
    email: true,
    robot: true,
  },
  workflow: {
    label: { zh: '办理进度', en: 'Progress of workflows' },
    help: { zh: '续期、变更、年报等流程的进展。', en: 'Renewals, changes, annual reports move on.' },
    isAlwaysInApp: false,
    email: false,
    robot: false,
  },
  staffing: {
    label: { zh: '人员配备', en: 'Staffing' },
    help: { zh: '人员缺口、证书到期。', en: 'Shortfalls and certificates that expire.' },
    isAlwaysInApp: false,
    email: true,
    robot: false,
  },
  custody: {
    label: { zh: '证照保管', en: 'Custody' },
    help: { zh: '证照借出逾期未还、保管人离职未交接。', en: 'Lent and not given back; a keeper has left.' },
    isAlwaysInApp: false,
    email: true,
    robot: false,
  },
  'law-change': {
    label: { zh: '规则变化', en: 'Changes of rules' },
    help: { zh: '规则版本或工作日安排有变化。', en: 'A new rule version or working-day notice.' },
    isAlwaysInApp: false,
    email: true,
    robot: false,
  },
  'engagement-ending': {
    label: { zh: '委托到期', en: 'Engagement ends' },
    help: { zh: '咨询机构的委托即将到期。', en: 'The engagement of a consultancy ends soon.' },
    isAlwaysInApp: true,
    email: true,
    robot: false,
  },
  'channel-problem': {
    label: { zh: '通知渠道异常', en: 'Channel problems' },
    help: { zh: '群机器人无法送达，已停用。', en: 'A group robot cannot be reached and was switched off.' },
    isAlwaysInApp: true,
    email: true,
    robot: false,
  },
};

/** Kinds a robot is told of unless somebody says otherwise. */
export const ROBOT_KINDS = NoticeKind.options.filter((kind) => NOTICE_KINDS[kind].robot);
