import { z } from 'zod';

export const MailLanguage = z.enum(['zh', 'en']);
export type MailLanguage = z.infer<typeof MailLanguage>;

/** One-time secret of a link. It stands behind `#`, so that no server on the way sees or logs it. */
const token = z.string().min(20).max(200);
const name = z.string().max(200);

interface Words {
  subject: string;
  lines: string[];
}

interface Template<Shape extends z.ZodObject> {
  data: Shape;
  /** Page the link leads to, with the token; none for a notice. */
  page?: string;
  zh: (data: z.infer<Shape>) => Words;
  en: (data: z.infer<Shape>) => Words;
}

/** Ties the words of a template to the shape of its data. */
const template = <Shape extends z.ZodObject>(it: Template<Shape>) => it;

/** Every mail of the product, in both languages. No personal data but what the reader typed or must know. */
export const TEMPLATES = {
  'verify-email': template({
    data: z.strictObject({ token }),
    page: '/verify-email',
    zh: () => ({
      subject: '请确认您的邮箱',
      lines: ['请打开以下链接确认邮箱，链接 24 小时内有效，只能使用一次：', '如非本人操作，请忽略本邮件。'],
    }),
    en: () => ({
      subject: 'Please confirm your e-mail address',
      lines: [
        'Open this link to confirm the address; it is good for 24 hours and for one use:',
        'If it was not you, ignore this mail.',
      ],
    }),
  }),
  'account-exists': template({
    data: z.strictObject({}),
    page: '/sign-in',
    zh: () => ({
      subject: '您已有账号',
      lines: [
        '有人用本邮箱申请注册，但该邮箱已有账号。请直接登录，忘记密码可在登录页找回：',
        '如非本人操作，请忽略本邮件。',
      ],
    }),
    en: () => ({
      subject: 'You have an account already',
      lines: [
        'Somebody asked to sign up with this address, which has an account. Sign in, or reset the password there:',
        'If it was not you, ignore this mail.',
      ],
    }),
  }),
  invitation: template({
    data: z.strictObject({ token, organisation: name, inviter: name }),
    page: '/invitation',
    zh: ({ organisation, inviter }) => ({
      subject: `邀请您加入 ${organisation}`,
      lines: [
        `${inviter} 邀请您加入“${organisation}”。请打开以下链接查看并决定：`,
        '邀请只对本邮箱有效，只能使用一次。',
      ],
    }),
    en: ({ organisation, inviter }) => ({
      subject: `Invitation to ${organisation}`,
      lines: [
        `${inviter} invites you to join "${organisation}". Open this link to see the invitation and decide:`,
        'It is for this address alone and good for one use.',
      ],
    }),
  }),
  'engagement-offer': template({
    data: z.strictObject({ token, organisation: name, inviter: name }),
    page: '/invitation',
    zh: ({ organisation, inviter }) => ({
      subject: `${organisation} 委托您的机构提供服务`,
      lines: [
        `${inviter} 邀请您的咨询机构为“${organisation}”办理合规事项。请打开以下链接查看并决定：`,
        '邀请只对本邮箱有效。',
      ],
    }),
    en: ({ organisation, inviter }) => ({
      subject: `${organisation} would like to engage you`,
      lines: [
        `${inviter} asks your consultancy to work for "${organisation}". Open this link to see the offer and decide:`,
        'It is for this address alone.',
      ],
    }),
  }),
  'engagement-ended': template({
    data: z.strictObject({ organisation: name, consultancy: name }),
    zh: ({ organisation, consultancy }) => ({
      subject: `服务关系已终止：${organisation}`,
      lines: [`“${consultancy}”与“${organisation}”的服务关系已终止，访问权限即时失效。`],
    }),
    en: ({ organisation, consultancy }) => ({
      subject: `Engagement ended: ${organisation}`,
      lines: [`The engagement of "${consultancy}" for "${organisation}" has ended, and its access with it.`],
    }),
  }),
  'password-reset': template({
    data: z.strictObject({ token }),
    page: '/reset-password',
    zh: () => ({
      subject: '重置密码',
      lines: ['请打开以下链接设置新密码，链接 30 分钟内有效，只能使用一次：', '如非本人操作，请忽略本邮件。'],
    }),
    en: () => ({
      subject: 'Reset your password',
      lines: [
        'Open this link to set a new password; it is good for 30 minutes and for one use:',
        'If it was not you, ignore this mail.',
      ],
    }),
  }),
  'security-notice': template({
    data: z.strictObject({
      change: z.enum([
        'password-changed',
        'second-factor-on',
        'second-factor-off',
        'recovery-codes-new',
        'passkey-added',
        'passkey-removed',
      ]),
    }),
    zh: ({ change }) => ({
      subject: '账号安全提醒',
      lines: [`您的账号：${CHANGES[change].zh}。`, '如非本人操作，请立即重置密码并联系管理员。'],
    }),
    en: ({ change }) => ({
      subject: 'About the security of your account',
      lines: [
        `Your account: ${CHANGES[change].en}.`,
        'If it was not you, reset the password at once and tell your administrator.',
      ],
    }),
  }),
  'material-request': template({
    data: z.strictObject({ token, company: name, askedFor: name, title: name, dueOn: z.string().max(10) }),
    page: '/r',
    zh: ({ company, askedFor, title, dueOn }) => ({
      subject: `请提供材料：${title}`,
      lines: [
        `${askedFor} 为“${company}”办理合规事项，请您于 ${dueOn} 前提供材料。请打开以下链接查看并上传，无需账号：`,
        '链接仅用于本次材料，请勿转发给无关人员。如不认识发件方，请忽略本邮件。',
      ],
    }),
    en: ({ company, askedFor, title, dueOn }) => ({
      subject: `Material is asked for: ${title}`,
      lines: [
        `${askedFor} works on the compliance of "${company}" and asks you for material by ${dueOn}. Open this link to see and give it; no account is needed:`,
        'The link is for this request alone: pass it on to nobody who has no part in it. If you do not know the sender, ignore this mail.',
      ],
    }),
  }),
  'audit-anchor': template({
    data: z.strictObject({ organisation: name, seq: z.int(), hash: z.string().max(64), at: z.string().max(40) }),
    zh: ({ organisation, seq, hash, at }) => ({
      subject: `审计日志存证：${organisation}`,
      lines: [`截至 ${at}，审计日志共 ${seq} 条，末条哈希：`, hash, '请保存本邮件，以便日后核对日志未被篡改。'],
    }),
    en: ({ organisation, seq, hash, at }) => ({
      subject: `Audit log: ${organisation}`,
      lines: [
        `As of ${at} the audit log has ${seq} entries; hash of the last:`,
        hash,
        'Keep this mail: it proves later that nothing was changed.',
      ],
    }),
  }),
} as const;

const CHANGES = {
  'password-changed': { zh: '密码已更改', en: 'the password was changed' },
  'second-factor-on': { zh: '已启用两步验证', en: 'the second factor was switched on' },
  'second-factor-off': { zh: '已停用两步验证', en: 'the second factor was switched off' },
  'recovery-codes-new': { zh: '恢复码已重新生成', en: 'new recovery codes were made' },
  'passkey-added': { zh: '已添加通行密钥', en: 'a passkey was added' },
  'passkey-removed': { zh: '已删除通行密钥', en: 'a passkey was removed' },
} as const;

export type MailTemplate = keyof typeof TEMPLATES;
export type MailData<Name extends MailTemplate> = z.infer<(typeof TEMPLATES)[Name]['data']>;
