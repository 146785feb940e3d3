import type { Condition } from '../condition.ts';
import { citeInForce } from '../cite-in-force.ts';
import { LICENSING_PLATFORM, PRINTED_AS_MINISTRY } from '../parties.ts';
import { GENERAL_PENALTY, ORDER_42_FROM, OUT_OF_SCOPE_PENALTY } from '../penalties.ts';
import type { Duty } from '../schema.ts';
import { cite, ownRule, printed } from '../sources.ts';

const EVENT = 'subject-change-decided';
const BEARER = { zh: '持证企业及经其授权的子公司', en: 'Licence holder and its authorised subsidiaries' };

const BY_ARTICLE_69 = { zh: '依电信条例第69条', en: 'by article 69 of the telecom regulations' };

/** A change of shareholders needs approval only in a limited liability company. */
const NEEDS_APPROVAL: Condition = {
  any: [
    { fact: 'event.change', is: 'merger' },
    { fact: 'event.change', is: 'split' },
    { fact: 'event.change', is: 'transfer-of-operation' },
    {
      all: [
        { fact: 'event.change', is: 'shareholders' },
        { fact: 'company_type', is: 'LLC' },
      ],
    },
  ],
};

/** Provision 十一: change of who operates. */
export const CHANGE_OF_SUBJECT_DUTIES: readonly Duty[] = [
  {
    id: 'apply-for-subject-change',
    clause: '11',
    provision: '11',
    title: { zh: '经营主体变更先申请后实施', en: 'Apply before a change of the operating subject' },
    wording: {
      zh: '合并、分立、有限公司股东变化、转移经营权：决定后30日内申请，批准前不实施。',
      en: 'Merger, split, change of shareholders of an LLC, transfer of operation: apply within 30 days of the decision, do nothing before approval.',
    },
    kinds: ['event'],
    scope: 'licence',
    bearer: BEARER,
    condition: { always: true },
    due: [
      {
        id: 'apply-after-decision',
        action: { zh: '申请经营主体变更', en: 'Apply for the change of subject' },
        timing: { type: 'after-event', event: EVENT, from: 'on', period: { n: 30, unit: 'natural-day' } },
        when: NEEDS_APPROVAL,
        mark: 'E',
        sources: [cite('order-42', '28', 'E'), printed('11')],
        validFrom: ORDER_42_FROM,
      },
      {
        id: 'apply-before-implementation',
        action: { zh: '实施90日前提出申请', en: 'Apply 90 days before implementation' },
        timing: { type: 'before-event', event: EVENT, from: 'plannedOn', days: 90 },
        when: NEEDS_APPROVAL,
        sameActAs: 'apply-after-decision',
        mark: 'V',
        sources: [cite('telecom-regulations', '15', 'V')],
      },
    ],
    authority: PRINTED_AS_MINISTRY,
    channel: LICENSING_PLATFORM,
    evidence: [
      { zh: '载明日期的决议', en: 'Dated resolution' },
      { zh: '申请回执', en: 'Receipt of the application' },
      { zh: '批准日早于实施日', en: 'Approval dated before implementation' },
    ],
    sources: [
      printed('11'),
      citeInForce('order-42', '28', 'E'),
      cite('telecom-regulations', '15', 'V'),
      ownRule('两个期限并存时取较早者', 'Of two limits the earlier is taken'),
    ],
    marks: { deadline: 'E', authority: 'E', penalty: 'M' },
    penalties: [
      ...GENERAL_PENALTY,
      ...OUT_OF_SCOPE_PENALTY.map((step) => ({
        ...step,
        text: { zh: `未经批准实施的：${step.text.zh}`, en: `Implemented without approval: ${step.text.en}` },
        // That article 69 of the regulations applies follows from Order 42, whose article is from memory.
        source: cite('order-42', '46', 'M', { note: BY_ARTICLE_69 }),
        validFrom: ORDER_42_FROM,
      })),
    ],
    validFrom: '2000-09-25',
    bindsWithoutLicence: false,
    textualNote: {
      zh: '许可证与令第42号：决定后30日内；电信条例第15条：提前90日。两者都显示，以较早者为准。',
      en: 'Licence and Order 42: within 30 days of the decision; article 15 of the regulations: 90 days ahead. Both are shown, the earlier counts.',
    },
    notes: [
      {
        text: {
          zh: '股份有限公司的股东变化不在本条，但仍须更新信息（12a）。',
          en: 'A change of shareholders of a joint-stock company is not meant here, but data must be updated (12a).',
        },
        mark: 'V',
      },
    ],
  },
  {
    id: 'follow-foreign-investment-rules',
    clause: '11b',
    provision: '11',
    title: { zh: '涉外方股东按外商投资规定办理', en: 'Foreign shareholders: the foreign-investment rules too' },
    wording: {
      zh: '新增外方股东或原外方股东变化，另按外商投资电信企业规定办理。',
      en: 'When a foreign shareholder joins or an existing one changes, follow the rules on foreign-invested telecom enterprises too.',
    },
    kinds: ['event'],
    scope: 'licence',
    bearer: BEARER,
    condition: { always: true },
    due: [
      {
        id: 'follow-before-implementation',
        action: { zh: '实施前按外商投资规定办理审批', en: 'Obtain what the rules ask before implementation' },
        timing: { type: 'at-once', event: EVENT },
        when: { fact: 'event.foreignShareholder', is: true },
        mark: 'V',
        sources: [printed('11'), cite('foreign-investment-telecom', null, 'E')],
      },
    ],
    authority: {
      printed: PRINTED_AS_MINISTRY.printed,
      effective: 'ministry',
      note: { zh: '外商投资审查由工信部办理', en: 'The ministry examines foreign investment' },
    },
    channel: LICENSING_PLATFORM,
    evidence: [{ zh: '股权穿透图与审批文件', en: 'Equity chart to the last owner, and approvals' }],
    sources: [
      printed('11'),
      cite('foreign-investment-telecom', null, 'E'),
      cite('internet-information-measures', '17', 'V'),
    ],
    marks: { deadline: 'V', authority: 'E', penalty: 'M' },
    penalties: GENERAL_PENALTY,
    validFrom: ORDER_42_FROM,
    bindsWithoutLicence: false,
    notes: [
      {
        text: {
          zh: '与企业目前是否为外商投资无关：每次变化都要看。未经批准有不予许可和被撤销的风险。',
          en: 'Whether the holder is foreign-invested today does not matter: look at every change. Without approval, refusal or revocation threatens.',
        },
        mark: 'E',
      },
    ],
  },
];
