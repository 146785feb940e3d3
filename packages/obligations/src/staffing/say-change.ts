import type { Bilingual } from '../text/bilingual.ts';
import type { Change, ChangeKind } from './day.ts';

const WORDS: Readonly<Record<ChangeKind, Bilingual>> = {
  'assignment-start': { zh: '开始任职', en: 'somebody took a post' },
  'assignment-end': { zh: '任职结束', en: 'somebody’s time in a post ended' },
  'employment-start': { zh: '入职', en: 'somebody joined' },
  leaver: { zh: '人员离职', en: 'somebody left' },
  'contract-end': { zh: '劳动合同到期', en: 'a contract ended' },
  'insurance-start': { zh: '社会保险缴纳开始或满期', en: 'social insurance began or reached its months' },
  'insurance-end': { zh: '社会保险停缴', en: 'social insurance ended' },
  'certificate-start': { zh: '证书生效', en: 'a certificate became valid' },
  'certificate-expired': { zh: '证书到期', en: 'a certificate expired' },
  'training-done': { zh: '完成培训', en: 'a training was completed' },
  'training-old': { zh: '培训已超过有效天数', en: 'a training became too old' },
  'letter-signed': { zh: '签署责任书', en: 'a letter was signed' },
  'letter-expired': { zh: '责任书到期', en: 'a letter expired' },
  'body-start': { zh: '机构设立', en: 'a body was set up' },
  'body-end': { zh: '机构撤销', en: 'a body ended' },
  'new-province': { zh: '进入新省份', en: 'business began in a new province' },
  'province-left': { zh: '退出省份', en: 'business ended in a province' },
  filing: { zh: '报备或更新', en: 'a report or update was made' },
  'staff-changed': { zh: '机构或人员变化，报备早于变化', en: 'body or staff changed after the last report' },
  'local-body-changed': { zh: '当地负责机构信息变化', en: 'data of a local body changed' },
  'rota-changed': { zh: '排班变化', en: 'the rota changed' },
  'deadline-passed': { zh: '期限已过', en: 'a limit passed' },
  record: { zh: '记录变化', en: 'a record changed' },
  'list-complete': { zh: '清单自该日起登记完整', en: 'the list is complete from this day' },
  'rule-in-force': { zh: '规定或参数生效、失效', en: 'a rule or parameter came into or went out of force' },
  licence: { zh: '许可证有效期开始或届满', en: 'the licence began or ended' },
};

/** A change in words, without names. */
export function sayChange({ kind }: Pick<Change, 'kind'>): Bilingual {
  return WORDS[kind];
}
