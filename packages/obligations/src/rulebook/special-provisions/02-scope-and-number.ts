import { citeInForce } from '../cite-in-force.ts';
import { HOLDER, SUPERVISED_BY_ISSUER } from '../parties.ts';
import { GENERAL_PENALTY, ORDER_42_FROM, OUT_OF_SCOPE_PENALTY, OUT_OF_SCOPE_SITE_PENALTY } from '../penalties.ts';
import type { Duty } from '../schema.ts';
import { cite, printed } from '../sources.ts';

/** Provision 二: no service or area beyond the licence; show the licence number. */
export const SCOPE_AND_NUMBER_DUTIES: readonly Duty[] = [
  {
    id: 'stay-within-licensed-scope',
    clause: '2a',
    provision: '2',
    title: { zh: '不得超种类、超地域经营', en: 'No service or area beyond the licence' },
    wording: {
      zh: '未经许可的业务和地域，直接或变相都不得经营。',
      en: 'Operate no service and no area that the licence does not allow, openly or in disguise.',
    },
    kinds: ['prohibition'],
    scope: 'licence',
    bearer: HOLDER,
    condition: { always: true },
    due: [],
    authority: SUPERVISED_BY_ISSUER,
    channel: null,
    evidence: [
      { zh: '功能与业务代码对照表', en: 'Map of features to service codes' },
      { zh: '分省用户与服务器清单', en: 'List of users and servers by province' },
    ],
    sources: [
      printed('2'),
      cite('telecom-regulations', '7', 'V'),
      cite('telecom-regulations', '9', 'V'),
      cite('internet-information-measures', '19', 'V'),
      citeInForce('order-42', '46', 'M'),
    ],
    marks: { deadline: null, authority: 'V', penalty: 'V' },
    penalties: [
      ...OUT_OF_SCOPE_PENALTY,
      OUT_OF_SCOPE_SITE_PENALTY,
      {
        tier: 'listing',
        text: { zh: '可能列入失信名单', en: 'May be put on the list of the discredited' },
        source: cite('order-42', '39-41', 'M'),
        validFrom: ORDER_42_FROM,
      },
    ],
    validFrom: '2000-09-25',
    bindsWithoutLicence: true,
    notes: [
      {
        text: {
          zh: '注意搜索、即时交互、交易处理、短信、呼叫中心等功能：许可证排除的服务一经提供即超范围。',
          en: 'Watch search, messaging, transaction processing, SMS and call-centre features: offering what the licence excludes is out of scope.',
        },
        mark: 'O',
      },
      {
        text: {
          zh: '许可证未印明地域时，不得仅凭用户所在地判定超地域。',
          en: 'Where no area is printed, the location of users alone shows no breach.',
        },
        mark: 'O',
      },
    ],
  },
  {
    id: 'show-licence-number',
    clause: '2b',
    provision: '2',
    title: { zh: '经营场所和宣传材料标明许可证编号', en: 'Show the number at premises and in brochures' },
    wording: {
      zh: '主要经营场所、业务宣传材料的显著处写明许可证编号。',
      en: 'Show the licence number prominently at the main premises and in publicity.',
    },
    kinds: ['standing'],
    scope: 'licence',
    bearer: HOLDER,
    condition: { always: true },
    due: [],
    authority: SUPERVISED_BY_ISSUER,
    channel: null,
    evidence: [
      { zh: '场所照片', en: 'Photo of the premises' },
      { zh: '宣传册样本', en: 'Proof of the brochure' },
    ],
    sources: [printed('2'), cite('order-42', '19', 'M')],
    marks: { deadline: null, authority: 'V', penalty: 'M' },
    penalties: GENERAL_PENALTY,
    validFrom: ORDER_42_FROM,
    bindsWithoutLicence: false,
    notes: [
      {
        text: { zh: '编号变更后应逐处复核。', en: 'Check every place again after a new number.' },
        mark: 'O',
      },
    ],
  },
  {
    id: 'show-licence-number-online',
    clause: '2b',
    provision: '2',
    title: { zh: '网站主页和应用内标明许可证编号', en: 'Show the number on home page and in the app' },
    wording: {
      zh: '网站主页（有应用的，在应用内）显著处写明许可证编号，自开始提供服务之日起。',
      en: 'From the first day of service, show the licence number prominently on the home page, and in the app if there is one.',
    },
    kinds: ['standing'],
    scope: 'licence',
    bearer: HOLDER,
    condition: {
      any: [
        { fact: 'has_website', is: true },
        { fact: 'has_app', is: true },
      ],
    },
    due: [],
    authority: SUPERVISED_BY_ISSUER,
    channel: null,
    evidence: [{ zh: '带日期的主页或应用截图', en: 'Dated screenshot of home page or app' }],
    sources: [
      printed('2'),
      cite('internet-information-measures', '12', 'V'),
      citeInForce('order-42', '19', 'M'),
      cite('e-commerce-law', '15', 'V', {
        validFrom: '2019-01-01',
        note: { zh: '仅约束电子商务经营者', en: 'Binds e-commerce operators only' },
      }),
    ],
    marks: { deadline: null, authority: 'V', penalty: 'V' },
    penalties: [
      {
        tier: 'first',
        text: {
          zh: '网站主页未标明的，责令改正，处5000元以上5万元以下罚款（仅主页）',
          en: 'Not on the home page: order to correct and 5,000 to 50,000 yuan (home page only)',
        },
        minYuan: 5_000,
        maxYuan: 50_000,
        source: cite('internet-information-measures', '22', 'V'),
      },
      {
        tier: 'first',
        text: {
          zh: '电子商务经营者未公示证照信息的，可处1万元以下罚款',
          en: 'E-commerce operators that do not show licence data: up to 10,000 yuan',
        },
        maxYuan: 10_000,
        source: cite('e-commerce-law', '76', 'V'),
        validFrom: '2019-01-01',
      },
    ],
    validFrom: '2000-09-25',
    bindsWithoutLicence: false,
  },
];
