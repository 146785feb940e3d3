import { LICENSING_PLATFORM, SUPERVISED_BY_ISSUER } from '../parties.ts';
import { GENERAL_PENALTY, ORDER_42_FROM } from '../penalties.ts';
import type { Duty } from '../schema.ts';
import { cite } from '../sources.ts';
import { otherLawDuty } from './shared.ts';

/** X1 to X3: changes that the licence does not print. */
export const LICENCE_CHANGES: readonly Duty[] = [
  otherLawDuty({
    id: 'change-name-or-legal-representative',
    clause: 'X1',
    title: { zh: '公司名称、法定代表人变更办理', en: 'Change of company name or legal representative' },
    wording: {
      zh: '公司名称或法定代表人变更登记后，向原发证机关办理许可证变更。',
      en: 'After the register shows a new name or legal representative, have the licence changed by its issuer.',
    },
    kinds: ['event'],
    scope: 'licence',
    condition: { always: true },
    due: [
      {
        id: 'apply-for-change',
        action: { zh: '申请变更许可证', en: 'Apply for the change of the licence' },
        timing: {
          type: 'after-event',
          event: 'name-or-legal-representative-changed',
          from: 'on',
          period: { n: 30, unit: 'natural-day' },
        },
        mark: 'E',
        sources: [cite('order-42', '29', 'E')],
      },
    ],
    authority: SUPERVISED_BY_ISSUER,
    channel: LICENSING_PLATFORM,
    evidence: [
      { zh: '变更登记通知书（载明日期）', en: 'Notice of the register change, with its day' },
      { zh: '受理回执与换发的许可证', en: 'Receipt and the new certificate' },
    ],
    sources: [cite('order-42', '29', 'E')],
    marks: { deadline: 'E', authority: 'E', penalty: 'M' },
    penalties: GENERAL_PENALTY,
    validFrom: ORDER_42_FROM,
    bindsWithoutLicence: false,
  }),
  otherLawDuty({
    id: 'change-service-items-or-site-address',
    clause: 'X2',
    title: { zh: '变更服务项目或网址提前办理', en: 'Change of service items or site address, ahead' },
    wording: {
      zh: '变更互联网信息服务项目、网站网址等事项，提前向原审核机关办理。',
      en: 'Before changing the items of an Internet information service or the address of its site, have the change approved.',
    },
    kinds: ['event'],
    scope: 'licence',
    condition: { fact: 'has_B25', is: true },
    due: [
      {
        id: 'apply-ahead',
        action: { zh: '办理变更手续', en: 'Apply for the change' },
        timing: { type: 'before-event', event: 'service-items-or-site-change-planned', from: 'on', days: 30 },
        mark: 'V',
        sources: [cite('internet-information-measures', '11', 'V')],
      },
    ],
    authority: SUPERVISED_BY_ISSUER,
    channel: LICENSING_PLATFORM,
    evidence: [{ zh: '变更申请与批复', en: 'Application and decision' }],
    sources: [cite('internet-information-measures', '11', 'V')],
    marks: { deadline: 'V', authority: 'V', penalty: null },
    validFrom: '2000-09-25',
    bindsWithoutLicence: false,
  }),
  otherLawDuty({
    id: 'consent-to-listing-or-foreign-venture',
    clause: 'X3',
    title: { zh: '境内外上市、与外商合资合作先获同意', en: 'Consent before a listing or a venture with foreigners' },
    wording: {
      zh: '经营性互联网信息服务提供者境内外上市或与外商合资合作的，事先取得工业和信息化部审查同意。',
      en: 'A commercial Internet information service gets the ministry’s consent before a listing or a venture with foreigners.',
    },
    kinds: ['event'],
    condition: { fact: 'has_B25', is: true },
    due: [
      {
        id: 'consent-first',
        action: { zh: '实施前取得审查同意', en: 'Have the consent before acting' },
        timing: { type: 'at-once', event: 'listing-or-foreign-venture-planned' },
        mark: 'V',
        sources: [cite('internet-information-measures', '17', 'V')],
      },
    ],
    authority: { printed: null, effective: 'ministry' },
    evidence: [{ zh: '审查同意文件', en: 'Paper of consent' }],
    sources: [
      cite('internet-information-measures', '17', 'V'),
      cite('foreign-investment-telecom', null, 'E', { validFrom: '2002-01-01' }),
    ],
    marks: { deadline: 'V', authority: 'V', penalty: null },
    validFrom: '2000-09-25',
    bindsWithoutLicence: false,
  }),
];
