import { HOLDER } from '../parties.ts';
import { ORDER_24_PENALTY, PERSONAL_INFORMATION_PENALTY } from '../penalties.ts';
import type { Duty } from '../schema.ts';
import { cite, citeCsl, printed } from '../sources.ts';

const ORDER_24_FROM = '2013-09-01';

/** Provision 七: users' information and network data. */
export const USER_INFORMATION_DUTIES: readonly Duty[] = [
  {
    id: 'protect-user-information',
    clause: '7a',
    provision: '7',
    title: { zh: '保护用户信息和网络数据', en: 'Protect user information and network data' },
    wording: {
      zh: '用户信息和网络数据从采集到销毁全程受控，访问权限有管理，防止泄露；制度和技术手段齐备。',
      en: 'Manage user information and network data from collection to destruction, control access, prevent leaks, with rules and technical means.',
    },
    kinds: ['standing'],
    scope: 'company',
    bearer: HOLDER,
    condition: { always: true },
    due: [],
    authority: {
      printed: null,
      effective: 'several',
      note: { zh: '发证机关、网信部门', en: 'Issuing authority and cyberspace administration' },
    },
    channel: null,
    evidence: [
      { zh: '管理制度与权限矩阵', en: 'Policies and access matrix' },
      { zh: '培训记录', en: 'Training record' },
    ],
    sources: [
      printed('7'),
      cite('order-24', '13-15', 'E'),
      cite('pipl', '51', 'V', { validFrom: '2021-11-01' }),
      cite('dsl', '27', 'V', { validFrom: '2021-09-01' }),
      ...citeCsl('40', '42'),
      ...citeCsl('42', '44', { text2026: 'M' }),
    ],
    marks: { deadline: null, authority: 'V', penalty: 'V' },
    penalties: [...PERSONAL_INFORMATION_PENALTY, ...ORDER_24_PENALTY],
    validFrom: ORDER_24_FROM,
    bindsWithoutLicence: true,
    notes: [
      {
        text: {
          zh: '接触个人信息的人员每年培训一次（第24号令第15条只要求培训，未定周期）。',
          en: 'Train staff who handle personal information once a year (Order 24 art 15 asks for training, without a rhythm).',
        },
        mark: 'O',
      },
    ],
  },
  {
    id: 'yearly-personal-information-check',
    clause: '7b',
    provision: '7',
    title: { zh: '每年个人信息保护自查', en: 'Yearly self-check of personal information' },
    wording: {
      zh: '每年至少自查一次个人信息保护情况，留下记录，消除隐患。',
      en: 'Check the protection of personal information at least once a year, record it, and remove the risks found.',
    },
    kinds: ['recurring'],
    scope: 'company',
    bearer: HOLDER,
    condition: { fact: 'handles_personal_information', is: true },
    due: [
      {
        id: 'yearly-check',
        action: { zh: '完成并记录本年度自查', en: 'Carry out and record this year’s self-check' },
        timing: { type: 'calendar-years', every: 1 },
        mark: 'E',
        sources: [cite('order-24', '16', 'E')],
        validFrom: ORDER_24_FROM,
      },
    ],
    authority: { printed: null, effective: 'kept', note: { zh: '留存备查', en: 'Kept, shown at an inspection' } },
    channel: null,
    evidence: [{ zh: '自查记录：日期、发现、整改', en: 'Record of the check: date, findings, fixes' }],
    sources: [cite('order-24', '16', 'E'), printed('7')],
    marks: { deadline: 'E', authority: 'E', penalty: 'M' },
    penalties: ORDER_24_PENALTY,
    validFrom: ORDER_24_FROM,
    bindsWithoutLicence: false,
    textualNote: {
      zh: '许可证未写周期；“每年至少一次”来自其所引第24号令第16条。',
      en: 'The print gives no rhythm; “once a year” comes from article 16 of Order 24, which it names.',
    },
  },
];
