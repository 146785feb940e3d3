import { HOLDER } from '../parties.ts';
import type { Duty } from '../schema.ts';
import { cite, citeCsl, printed } from '../sources.ts';

/** Provision 十: technical interface and decryption help for organs with a lawful request. */
export const TECHNICAL_ASSISTANCE_DUTIES: readonly Duty[] = [
  {
    id: 'assist-lawful-requests',
    clause: '10',
    provision: '10',
    title: { zh: '依法提供技术支持和协助', en: 'Give technical assistance on lawful request' },
    wording: {
      zh: '有关机关依法要求时，提供接口、解密等技术支持。',
      en: 'On lawful request, provide interfaces, decryption and other technical support.',
    },
    kinds: ['event', 'standing'],
    scope: 'company',
    bearer: HOLDER,
    condition: { always: true },
    due: [
      {
        id: 'assist',
        action: { zh: '立即或按要求提供协助', en: 'Assist at once or as the request says' },
        timing: { type: 'at-once', event: 'assistance-requested' },
        mark: 'V',
        sources: [cite('counter-terrorism-law', '18', 'V'), printed('10')],
      },
    ],
    authority: {
      printed: { zh: '有关部门', en: 'Departments concerned' },
      effective: 'several',
      note: { zh: '公安机关、国家安全机关', en: 'Public security and state security organs' },
    },
    channel: null,
    evidence: [
      { zh: '协助请求登记（限权查阅）', en: 'Register of requests (restricted)' },
      { zh: '联系人', en: 'Contact person' },
    ],
    sources: [printed('10'), cite('counter-terrorism-law', '18', 'V'), ...citeCsl('28', '30')],
    marks: { deadline: 'V', authority: 'V', penalty: 'V' },
    penalties: [
      {
        tier: 'first',
        text: { zh: '处20万元以上50万元以下罚款', en: 'Fine of 200,000 to 500,000 yuan' },
        minYuan: 200_000,
        maxYuan: 500_000,
        source: cite('counter-terrorism-law', '84', 'V'),
      },
      {
        tier: 'aggravated',
        text: { zh: '情节严重的，处50万元以上罚款', en: 'If serious, 500,000 yuan or more' },
        minYuan: 500_000,
        source: cite('counter-terrorism-law', '84', 'V'),
      },
      {
        tier: 'person',
        text: { zh: '直接责任人员处10万元以下罚款', en: 'Persons responsible: up to 100,000 yuan' },
        maxYuan: 100_000,
        source: cite('counter-terrorism-law', '84', 'V'),
      },
      {
        tier: 'person',
        text: {
          zh: '情节严重的，直接责任人员处10万元以上50万元以下罚款，可并处5日以上15日以下拘留',
          en: 'If serious, persons responsible: 100,000 to 500,000 yuan; 5 to 15 days of detention possible',
        },
        minYuan: 100_000,
        maxYuan: 500_000,
        source: cite('counter-terrorism-law', '84', 'V'),
      },
    ],
    validFrom: '2016-01-01',
    bindsWithoutLicence: true,
  },
];
