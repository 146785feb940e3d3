import { citeInForce } from '../cite-in-force.ts';
import { BANNED_CONTENT_PENALTY } from '../content-penalties.ts';
import type { Duty } from '../schema.ts';
import { cite, printed } from '../sources.ts';
import { informationServiceDuty, supervisedBy } from './15-shared.ts';

/** 15.3: none of the nine kinds of forbidden content, no deception of users. The print lacks a word. */
export const CONTENT: readonly Duty[] = [
  informationServiceDuty({
    id: 'no-illegal-or-deceptive-content',
    clause: '15.3',
    provision: '15.3',
    title: { zh: '不得制作传播违法内容、不得欺骗用户', en: 'No illegal content, no deceiving of users' },
    wording: {
      zh: '不制作、不传播法定九类禁止内容，不用虚假信息引诱或误导用户；发现即停止（报告期限见九）。',
      en: 'Make or spread none of the nine forbidden kinds and mislead nobody by false information; stop it when found (9).',
    },
    kinds: ['prohibition'],
    authority: supervisedBy('电信主管部门、网信、公安依职责监管', 'Telecom, cyberspace and police authorities'),
    evidence: [
      { zh: '内容管理制度', en: 'Content policy' },
      { zh: '审核与处置日志', en: 'Moderation and disposal log' },
    ],
    sources: [
      printed('15.3'),
      cite('internet-information-measures', '15', 'V'),
      cite('internet-information-measures', '16', 'V'),
      cite('telecom-regulations', '56', 'V'),
      citeInForce('ecology-provisions', null, 'E'),
    ],
    marks: { deadline: null, authority: 'V', penalty: 'V' },
    penalties: [
      ...BANNED_CONTENT_PENALTY,
      {
        tier: 'aggravated',
        text: {
          zh: '制作、传播法定禁止内容的，责令停业整顿直至吊销许可证',
          en: 'Making or spreading what the law forbids: suspension up to the loss of the licence',
        },
        source: cite('internet-information-measures', '20', 'V'),
      },
      {
        tier: 'aggravated',
        text: {
          zh: '另依电信条例第66条追究责任',
          en: 'Liability under article 66 of the telecom regulations as well',
        },
        source: cite('telecom-regulations', '66', 'V'),
      },
    ],
    bindsWithoutLicence: true,
    textualNote: {
      zh: '印文在制作、传播之前缺“不得”二字；依《互联网信息服务管理办法》第15条应作禁止理解。',
      en: 'The print lacks the words “must not” before the acts; article 15 of the Measures shows that a ban is meant.',
    },
  }),
];
